import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurn, TooHard, withPatience } from '../../../renderer/pdf/patience'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => new Promise<string>(() => undefined)

test('[VIW12] a page that waits for one without end is not called too hard with it, and is drawn when the document is opened anew', async () => {
  const [first, again] = [{}, {}]
  let second = 'waiting'
  const hard = inTurn(first, () => withPatience(never())).catch((error: unknown) => error)
  void inTurn(first, () => withPatience(Promise.resolve('drawn'))).then(
    (state) => (second = state),
    () => (second = 'failed'),
  )
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await hard).toBeInstanceOf(TooHard)
  expect(second).toBe('waiting')
  expect(await inTurn(again, () => withPatience(Promise.resolve('drawn')))).toBe('drawn')
})

test('[VIW12] after a page that could not be drawn the next one has its turn', async () => {
  const document = {}
  const damaged = inTurn(document, () => Promise.reject(new Error('damaged')))
  const next = inTurn(document, () => Promise.resolve('drawn'))
  await expect(damaged).rejects.toThrow('damaged')
  expect(await next).toBe('drawn')
})
