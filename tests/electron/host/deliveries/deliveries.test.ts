import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Jobs } from '../../../../electron/host/jobs/job'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { unwrap } from '../../../../shared/result'
import { inlineJobs, newShare, queueOver, receiptOf } from '../../helpers/deliveries'
import { faultyFiles } from '../../helpers/faulty-files'

const files = nodeFileSystem()

test('[DLV1] [DLV8] what is saved is delivered, and its copy here is gone then', async () => {
  const at = await newShare()
  const queue = await queueOver(at)
  const { id } = await queue.save('solar.zip', 'content')
  expect(await queue.settled(id)).toMatchObject({ state: 'delivered', files: [{ as: 'solar.zip' }], problem: null })
  expect(at.found()).toEqual({ 'solar.zip': 'content', 'solar.zip.receipt.json': receiptOf('solar.zip', 'content') })
  await vi.waitFor(() => expect(readdirSync(at.folder.outbox)).toEqual([]))
  const again = await queueOver(at)
  expect(again.list()).toMatchObject([{ id, state: 'delivered' }])
})

test('[DLV1] a folder that vanishes fails the delivery, which goes on by itself when it is back', async () => {
  const at = await newShare()
  renameSync(at.share, `${at.share} away`)
  const queue = await queueOver(at, files, { pausesMs: [20, 40] })
  const { id } = await queue.save('solar.zip', 'content')
  const failed = await queue.settled(id)
  expect(failed).toMatchObject({
    state: 'failed',
    problem: { kind: 'not-found', triedAt: expect.any(Number) as number, nextTryAt: expect.any(Number) as number },
  })
  expect(readFileSync(join(at.folder.outbox, id, 'solar.zip'), 'utf8')).toBe('content')
  renameSync(`${at.share} away`, at.share)
  await vi.waitFor(() => expect(queue.list()[0]?.state).toBe('delivered'), 5_000)
})

test('[DLV1] the pauses grow, trying again is a call, and a damaged copy here is not tried by itself', async () => {
  const at = await newShare()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    let outcome: unknown = { ok: false, error: { kind: 'unwritable', message: 'no' } }
    const jobs = { run: vi.fn(() => Promise.resolve(outcome)) } as unknown as Jobs
    const queue = await queueOver(at, files, { jobs, pausesMs: [1_000, 3_000, 9_000] })
    await queue.save('solar.zip', 'content')
    const ran = () => vi.mocked(jobs.run).mock.calls.length
    for (const [at, runs] of [1_000, 3_000, 9_000, 9_000].entries()) {
      await vi.advanceTimersByTimeAsync(runs - 1)
      expect(ran()).toBe(at + 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(ran()).toBe(at + 2)
    }
    outcome = { ok: false, error: { kind: 'altered', message: 'gone' } }
    unwrap(await queue.act(queue.list()[0]?.id ?? '', 'retry'))
    await vi.advanceTimersByTimeAsync(1e7)
    expect(ran()).toBe(6)
    expect(queue.list()).toMatchObject([{ state: 'failed', problem: { kind: 'altered', nextTryAt: null } }])
    expect(await queue.act('unknown', 'retry')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  } finally {
    vi.useRealTimers()
  }
})

test('[DLV6] a drive that never answers holds up no other, and closing waits for none', async () => {
  const at = await newShare()
  const other = await newShare()
  const hanging = faultyFiles(({ path }) => (path.startsWith(at.share) ? 'hang' : null))
  const queue = await queueOver(at, files, { jobs: inlineJobs(hanging) })
  const stuck = await queue.save('solar.zip', 'content')
  const free = await queue.save('wind.zip', 'content', { to: other.share })
  expect(await queue.settled(free.id)).toMatchObject({ state: 'delivered' })
  expect(queue.list().find(({ id }) => id === stuck.id)?.state).toBe('copying')
  const began = performance.now()
  await queue.close()
  expect(performance.now() - began).toBeLessThan(3_000)
  const again = await queueOver(at)
  expect(await again.settled(stuck.id)).toMatchObject({ state: 'delivered' })
})

test('[DLV3] a later bundle of the same review takes the name of the one before, that of another review never', async () => {
  const at = await newShare()
  const queue = await queueOver(at)
  const saved = [
    await queue.save('solar.zip', 'first'),
    await queue.save('solar.zip', 'second'),
    await queue.save('solar.zip', 'of another', { reviewId: 'other' }),
  ]
  for (const { id } of saved) expect(await queue.settled(id)).toMatchObject({ state: 'delivered' })
  expect(queue.list().map((one) => one.files[0]?.as)).toEqual(['solar (conflict copy).zip', 'solar.zip', 'solar.zip'])
  expect(at.found()).toMatchObject({ 'solar.zip': 'second', 'solar (conflict copy).zip': 'of another' })
})

test('[DLV3] what was saved earlier and comes later does not take the name of the newer one', async () => {
  const at = await newShare()
  let isFailing = true
  const faulty = faultyFiles(({ name }) => (isFailing && name === 'list' ? 'EIO' : null))
  const queue = await queueOver(at, files, { jobs: inlineJobs(faulty) })
  const early = await queue.save('solar.zip', 'first')
  expect(await queue.settled(early.id)).toMatchObject({ state: 'failed' })
  const store = readFileSync(at.folder.deliveries, 'utf8')
  isFailing = false
  const late = await queue.save('solar.zip', 'second')
  await queue.settled(late.id)
  // Saving asks what waits for the same folder first: the order is kept.
  expect(at.found()).toMatchObject({ 'solar.zip': 'second' })
  expect(store).toContain(early.id)
})

test('[DLV8] one that is given up is gone with its copy, also while it hangs', async () => {
  const at = await newShare()
  const hanging = faultyFiles(({ path }) => (path.startsWith(at.share) ? 'hang' : null))
  const queue = await queueOver(at, files, { jobs: inlineJobs(hanging) })
  const { id } = await queue.save('solar.zip', 'content')
  unwrap(await queue.act(id, 'cancel'))
  expect(queue.list()).toEqual([])
  expect(queue.events.at(-1)).toMatchObject({ type: 'delivery:changed', delivery: { id, state: 'cancelled' } })
  expect([readdirSync(at.folder.outbox), at.found()]).toEqual([[], {}])
  expect((await queueOver(at)).list()).toEqual([])
})

test('[DLV1] [DLV7] ended at any call and started again, what was acknowledged is delivered, once', async () => {
  let hasEnded = false
  for (let nth = 0; !hasEnded; nth++) {
    const at = await newShare()
    let stop: () => void = () => undefined
    const stopped = new Promise<'stopped'>((resolve) => (stop = () => resolve('stopped')))
    const dying = faultyFiles(({ index }) => (index >= nth ? (stop(), 'hang') : null))
    let acknowledged = ''
    const life = async (): Promise<'over'> => {
      const queue = await queueOver(at, dying, { jobs: inlineJobs(dying) })
      acknowledged = (await queue.save('solar.zip', 'content')).id
      await queue.settled(acknowledged)
      await vi.waitFor(() => expect(readdirSync(at.folder.outbox)).toEqual([]))
      return 'over'
    }
    hasEnded = (await Promise.race([life(), stopped])) === 'over'
    const next = await queueOver(at)
    for (const { id } of next.list()) expect(await next.settled(id)).toMatchObject({ state: 'delivered' })
    if (acknowledged !== '') expect(next.list().map(({ id }) => id)).toEqual([acknowledged])
    await vi.waitFor(() => expect(readdirSync(at.folder.outbox)).toEqual([]))
    const receipt = receiptOf('solar.zip', 'content')
    expect([nth, at.found()]).toEqual([
      nth,
      next.list().length === 0 ? {} : { 'solar.zip': 'content', 'solar.zip.receipt.json': receipt },
    ])
  }
}, 60_000)

test('[DLV8] a list that cannot be understood is put aside, and no copy here is taken for left over', async () => {
  const at = await newShare()
  const queue = await queueOver(at, files, { jobs: inlineJobs(faultyFiles(({ name }) => (name === 'list' ? 'EIO' : null))) })
  const { id } = await queue.save('solar.zip', 'content')
  await queue.settled(id)
  await queue.close()
  writeFileSync(at.folder.deliveries, 'garbled')
  expect((await queueOver(at)).list()).toEqual([])
  expect(existsSync(join(at.folder.outbox, id, 'solar.zip'))).toBe(true)
  // Nor after it was written anew, at any later start.
  const anew = await queueOver(at)
  await anew.settled((await anew.save('wind.zip', 'other')).id)
  await anew.close()
  await queueOver(at)
  expect(existsSync(join(at.folder.outbox, id, 'solar.zip'))).toBe(true)
  expect(readFileSync(`${at.folder.deliveries}.damaged`, 'utf8')).toBe('garbled')
})
