import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Jobs } from '../../../../electron/host/jobs/job'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import type { HostEvent } from '../../../../shared/host-contract'
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

/** A drive on which `calls` hang or fail while `isOn`. */
function troubled(share: string, calls: Readonly<Record<string, string>>) {
  const drive = { isOn: true }
  const files = faultyFiles(({ name, path }) => (drive.isOn && path.startsWith(share) ? (calls[name] ?? null) : null))
  return Object.assign(drive, { files })
}

test('[DLV14] what one that was given up left half on a drive that hangs is taken away when that answers', async () => {
  const at = await newShare()
  const drive = troubled(at.share, { sync: 'hang' })
  const queue = await queueOver(at, files, { jobs: inlineJobs(drive.files) })
  writeFileSync(join(at.share, '.another.zip.fedcba9876543210fedcba987654.part'), 'of somebody else')
  const { id } = await queue.save('solar.zip', 'content')
  await vi.waitFor(() => expect(readdirSync(at.share)).toHaveLength(2))
  unwrap(await queue.act(id, 'cancel'))
  await vi.waitFor(() => expect(readdirSync(at.share)).toEqual(['.another.zip.fedcba9876543210fedcba987654.part']))
  await vi.waitFor(() => expect(JSON.parse(readFileSync(at.folder.deliveries, 'utf8'))).toMatchObject({ left: [] }))
})

test.each(['start', 'delivery'])('[DLV14] what could not be taken away then is taken away at the next %s', async (when) => {
  const at = await newShare()
  const drive = troubled(at.share, { sync: 'hang', unlink: 'EIO' })
  const queue = await queueOver(at, files, { jobs: inlineJobs(drive.files) })
  const { id } = await queue.save('solar.zip', 'content')
  await vi.waitFor(() => expect(readdirSync(at.share)).toHaveLength(1))
  unwrap(await queue.act(id, 'cancel'))
  await vi.waitFor(() => expect(drive.files.calls.filter(({ name }) => name === 'unlink').length).toBeGreaterThan(1))
  await queue.close()
  expect(readdirSync(at.share)).toHaveLength(1)
  drive.isOn = false
  if (when === 'start') await queueOver(at)
  else {
    const again = await queueOver(at, files)
    await again.settled((await again.save('wind.zip', 'more')).id)
  }
  const expected = when === 'start' ? [] : ['wind.zip', 'wind.zip.receipt.json']
  await vi.waitFor(() => expect(readdirSync(at.share)).toEqual(expected))
  await vi.waitFor(() => expect(JSON.parse(readFileSync(at.folder.deliveries, 'utf8'))).toMatchObject({ left: [] }))
})

test('[DLV14] what a save straight into a folder leaves half is taken away, also at the next start, but not while it is written', async () => {
  const at = await newShare()
  const queue = await queueOver(at)
  const part = (mark: string) => join(at.share, `.solar.zip.${mark}fedcba987654.part`)
  const ended = await queue.straight(at.share, async (mark) => {
    writeFileSync(part(mark), 'half')
    await queue.settled((await queue.save('wind.zip', 'more')).id)
    expect(existsSync(part(mark))).toBe(true)
    return mark
  })
  await vi.waitFor(() => expect(existsSync(part(ended))).toBe(false))
  void queue.straight(at.share, (mark) => {
    writeFileSync(part(mark), 'half')
    return new Promise(() => undefined)
  })
  await vi.waitFor(() => expect(readdirSync(at.share)).toHaveLength(3))
  await queueOver(at)
  await vi.waitFor(() => expect(readdirSync(at.share)).toEqual(['wind.zip', 'wind.zip.receipt.json']))
})

test('[DLV12] one that is given up is told once that is on the disk; where it cannot be remembered, it goes on', async () => {
  const at = await newShare()
  let [isFull, isAway] = [false, true]
  const full = faultyFiles(({ name, path }) => (isFull && name === 'open' && path.includes('deliveries.json') ? 'ENOSPC' : null))
  const jobs = inlineJobs(faultyFiles(({ name }) => (isAway && name === 'list' ? 'EIO' : null)))
  const stored: boolean[] = []
  const emit = (event: HostEvent): void => {
    if (event.type === 'delivery:changed' && event.delivery.state === 'cancelled')
      stored.push(readFileSync(at.folder.deliveries, 'utf8').includes(event.delivery.id))
  }
  const queue = await queueOver(at, full, { jobs, emit })
  const kept = await queue.save('solar.zip', 'content')
  await queue.settled(kept.id)
  isFull = true
  isAway = false
  expect(await queue.act(kept.id, 'cancel')).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
  expect(stored).toEqual([])
  expect(await queue.settled(kept.id)).toMatchObject({ state: 'delivered' })
  expect(at.found()).toMatchObject({ 'solar.zip': 'content' })
  isFull = false
  isAway = true
  const gone = await queue.save('wind.zip', 'content')
  await queue.settled(gone.id)
  unwrap(await queue.act(gone.id, 'cancel'))
  expect(stored).toEqual([false])
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

/** A queue over a folder that takes nothing, with one bundle in it; ended. */
async function waiting() {
  const at = await newShare()
  const queue = await queueOver(at, files, { jobs: inlineJobs(faultyFiles(({ name }) => (name === 'list' ? 'EIO' : null))) })
  const saved = await queue.save('solar.zip', 'content')
  await queue.settled(saved.id)
  await queue.close()
  return { at, saved, copy: join(at.folder.outbox, saved.id, 'solar.zip') }
}

test.each(['garbled', '{"version":1,"deliveries":[{}]}', null])(
  '[DLV13] [FIL9] a list that is damaged or gone (%s) is made again from the boxes, told once, and delivered',
  async (text) => {
    const { at, saved } = await waiting()
    if (text === null) rmSync(at.folder.deliveries)
    else writeFileSync(at.folder.deliveries, text)
    const anew = await queueOver(at)
    expect(anew.list()).toEqual([saved])
    expect(anew.notice).toMatch(/was damaged or gone and was made again\. What was waiting in it \(1\) goes to its folder again/)
    expect(await anew.settled(saved.id)).toMatchObject({ state: 'delivered' })
    expect(at.found()).toMatchObject({ 'solar.zip': 'content' })
    await vi.waitFor(() => expect(readdirSync(at.folder.outbox)).toEqual([]))
    await anew.close()
    if (text !== null) expect(readFileSync(`${at.folder.deliveries}.damaged`, 'utf8')).toBe(text)
    const later = await queueOver(at)
    expect([later.notice, later.list()]).toMatchObject(['', [{ id: saved.id, state: 'delivered' }]])
  },
)

test('[DLV13] ended at any call while it makes the list again, the next start delivers', async () => {
  for (let nth = 0; ; nth++) {
    const { at, saved } = await waiting()
    writeFileSync(at.folder.deliveries, 'garbled')
    let stop: () => void = () => undefined
    const stopped = new Promise<'stopped'>((resolve) => (stop = () => resolve('stopped')))
    const dying = faultyFiles(({ index }) => (index >= nth ? (stop(), 'hang') : null))
    const isOver = (await Promise.race([queueOver(at, dying, { jobs: inlineJobs(dying) }), stopped])) !== 'stopped'
    const next = await queueOver(at)
    expect(await next.settled(saved.id), `call ${nth}`).toMatchObject({ state: 'delivered' })
    if (isOver) return expect(nth).toBeGreaterThan(8)
  }
})

test.each(['EIO', 'EMFILE', 'EACCES'])(
  '[FIL9] a list that cannot be read just then (%s) is left as it is: nothing is delivered, queued or removed until the next start',
  async (code) => {
    const { at, saved, copy } = await waiting()
    const before = readFileSync(at.folder.deliveries, 'utf8')
    const failing = faultyFiles(({ name, path }) => (name === 'readFile' && path === at.folder.deliveries ? code : null))
    const queue = await queueOver(at, failing, { jobs: inlineJobs(files) })
    expect(queue.notice).toMatch(/^The list of deliveries could not be read: .+\. It was left as it is/)
    await expect(queue.newBox()).rejects.toThrow('could not be read')
    const straight = { reviewId: 'r', title: 'Solar', kind: 'bundle', folder: at.share, files: saved.files } as const
    expect((await queue.addDelivered(straight)).state).toBe('delivered')
    await queue.close()
    expect([readFileSync(at.folder.deliveries, 'utf8'), readFileSync(copy, 'utf8')]).toEqual([before, 'content'])
    expect(existsSync(`${at.folder.deliveries}.damaged`)).toBe(false)
    const next = await queueOver(at)
    expect(await next.settled(saved.id)).toMatchObject({ state: 'delivered' })
  },
)

test('[DLV8] [DLV13] of a damaged list no copy is taken for left over, also one whose label says nothing', async () => {
  const { at, saved, copy } = await waiting()
  writeFileSync(at.folder.deliveries, 'garbled')
  writeFileSync(join(at.folder.outbox, saved.id, 'delivery.json'), 'garbled')
  const anew = await queueOver(at)
  expect(anew.list()).toEqual([])
  expect(anew.notice).toMatch(/ 1 in the data folder's outbox could not be understood; they are kept there\.$/)
  // Nor after it was written anew, at any later start.
  await anew.settled((await anew.save('wind.zip', 'other')).id)
  await anew.close()
  await queueOver(at)
  expect(existsSync(copy)).toBe(true)
})
