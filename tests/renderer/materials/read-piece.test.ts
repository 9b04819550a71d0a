import { afterEach, expect, test, vi } from 'vitest'
import { readPiece } from '../../../renderer/features/materials/read-piece'
import type { Material } from '../../../shared/review/materials'

const material = { name: 'a.csv' } as Material
const never = new AbortController().signal
afterEach(() => vi.unstubAllGlobals())

function answers(body: ReadableStream<Uint8Array> | string | null, status = 200, headers: Record<string, string> = {}) {
  const asked = vi.fn((_url: string, _options: RequestInit) => Promise.resolve(new Response(body, { status, headers })))
  vi.stubGlobal('fetch', asked)
  return asked
}

test('[VIW3] a range is asked for, and no more is read, however much would come', async () => {
  let given = 0
  let isCancelled = false
  const asked = answers(
    new ReadableStream({
      pull: (stream) => {
        given += 1_000
        stream.enqueue(new Uint8Array(1_000))
      },
      cancel: () => void (isCancelled = true),
    }),
    206,
    { 'content-range': 'bytes 0-4499/9000000' },
  )
  const { bytes, isWhole } = await readPiece('x', material, 4_500, never)
  expect([bytes.length, isWhole, isCancelled]).toEqual([4_500, false, true])
  expect(given).toBeLessThan(10_000)
  expect(asked.mock.calls[0]?.[1].headers).toEqual({ range: 'bytes=0-4499' })
})

test('[VIW3] a file that fits is whole, and an empty one is nothing', async () => {
  answers('1234', 206, { 'content-range': 'bytes 0-3/4' })
  expect(await readPiece('x', material, 10, never)).toEqual({
    bytes: new Uint8Array(Buffer.from('1234')),
    isWhole: true,
    name: 'a.csv',
  })
  answers(null, 416)
  expect(await readPiece('x', material, 10, never)).toMatchObject({ bytes: new Uint8Array(), isWhole: true })
})

test.each([
  [404, 'its bytes are not on this computer'],
  [403, 'the program behind this page refused it (status 403)'],
])('[VIW1] status %d is told in words', async (status, why) => {
  answers(null, status)
  await expect(readPiece('x', material, 10, never)).rejects.toThrow(why)
})

test('[VIW1] a host that is gone is told in words, and an abort is none of them', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(readPiece('x', material, 10, never)).rejects.toThrow('the program behind this page does not answer')
  await expect(readPiece('x', material, 10, AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up')
})
