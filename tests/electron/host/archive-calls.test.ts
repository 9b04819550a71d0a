import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Jobs, JobTools } from '../../../electron/host/jobs/job'
import { forkHand, type Hand, handedJobs, threadHand } from '../../../electron/host/jobs/run-job'
import type { HostError } from '../../../shared/host-contract'
import { fail, unwrap } from '../../../shared/result'
import { tempFolder } from '../helpers/temp-folder'
import { testHost } from '../helpers/test-host'

const saved = { title: 'Solar', path: '/anywhere/solar.zip', bytes: 9, sha512: 'a'.repeat(128) }
const minutes = { name: 'solar-minutes.pdf', bytes: 5, sha512: 'b'.repeat(128) }
/** What a job says of a bundle beside where it is. */
const told = { missing: ['gone.pdf'], replaced: ['א'], unset: [], notBeside: ['solar-actions.csv'] }
const save = { jobId: 'j', reviewId: 'r', folder: '/share', parts: [], log: [], withDesk: false }
const bundle = { name: 'solar.zip', bytes: 9, sha512: saved.sha512 }

/** Jobs of which saving answers what is saved, unless into `full`. */
function savingJobs(full: (into: string) => boolean = () => false): Jobs {
  const answers = { deliver: { names: ['solar.zip', 'solar-minutes (conflict copy).pdf'] }, verifyArchive: { files: 3 } }
  return {
    run: (name, input) =>
      Promise.resolve(
        name !== 'saveArchive'
          ? { ok: true, value: answers[name as keyof typeof answers] }
          : full((input as { folder: string }).folder)
            ? { ok: false, error: { kind: 'disk-full', message: '' } }
            : { ok: true, value: { ...saved, ...told, beside: [minutes] } },
      ) as never,
  }
}

test('[DLV1] a save answers once it is safe here, and tells how its delivery goes on', async () => {
  let wall = 1_000
  const { call, events, folder } = await testHost({
    jobs: savingJobs(),
    clocks: { wall: () => wall, sinceBoot: () => wall },
  })
  const answer = unwrap(await call('archive:save', save))
  const { id } = answer.delivery
  const files = [bundle, minutes].map((file) => ({ ...file, as: null }))
  expect(answer).toEqual({
    ...{ delivery: expect.anything() as object, isDirect: false },
    ...told,
  })
  expect(answer.delivery).toMatchObject({
    reviewId: 'r',
    title: 'Solar',
    kind: 'bundle',
    folder: '/share',
    files,
    savedAt: 1_000,
  })
  await vi.waitFor(() => expect(existsSync(join(folder.outbox, id))).toBe(false))
  const states = events.map((event) => (event.type === 'delivery:changed' ? event.delivery.state : ''))
  expect(states).toEqual(['queued', 'copying', 'delivered'])
  wall = 2_000
  expect(unwrap(await call('archive:verify', { jobId: 'v', path: '/share/solar.zip' }))).toEqual({ verifiedAt: 2_000, files: 3 })
  const { deliveries } = unwrap(await call('delivery:list', {}))
  expect(deliveries).toMatchObject([
    { id, savedAt: 1_000, verifiedAt: 2_000, files: [{ as: 'solar.zip' }, { as: 'solar-minutes (conflict copy).pdf' }] },
  ])
  expect(unwrap(await call('device:read', {})).destinations).toEqual(['/share'])
})

test('[DLV9] where this computer takes nothing, the bundle goes straight into the folder, and is told as such', async () => {
  const { call, folder } = await testHost({ jobs: savingJobs((into) => into !== '/share') })
  const answer = unwrap(await call('archive:save', save))
  expect(answer).toMatchObject({
    isDirect: true,
    delivery: { state: 'delivered', files: [{ ...bundle, as: bundle.name }, minutes] },
  })
  expect(readdirSync(folder.outbox)).toEqual([])
  expect(unwrap(await call('delivery:list', {})).deliveries).toHaveLength(1)
  const nowhere = await testHost({ jobs: savingJobs(() => true) })
  expect(await nowhere.call('archive:save', save)).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
})

test.each<[HostError['kind'], boolean]>([
  ['disk-full', true],
  ['unwritable', true],
  ['failed', false],
  ['altered', false],
  ['cancelled', false],
])('[DLV9] with %s on this computer the bundle goes straight into the folder: %s', async (kind, isStraight) => {
  const tries: { into: string; stallMs: number | undefined }[] = []
  const jobs: Jobs = {
    run(name, input, { stallMs }) {
      if (name === 'deliver') return Promise.resolve({ ok: true, value: { names: [] } }) as never
      const into = (input as { folder: string }).folder
      tries.push({ into, stallMs })
      const answer = into === '/share' ? { ok: true, value: { ...saved, ...told, beside: [] } } : fail({ kind, message: 'why' })
      return Promise.resolve(answer) as never
    },
  }
  const { call, folder } = await testHost({ jobs })
  const answer = await call('archive:save', save)
  if (isStraight) expect(answer).toMatchObject({ ok: true, value: { isDirect: true, delivery: { state: 'delivered' } } })
  else expect(answer).toEqual(fail({ kind, message: 'why' }))
  const straight = isStraight ? [{ into: '/share', stallMs: 60_000 }] : []
  expect(tries).toEqual([{ into: expect.stringContaining(folder.outbox) as string, stallMs: undefined }, ...straight])
  expect(readdirSync(folder.outbox)).toEqual([])
})

test('[DLV9] [DLV6] what goes straight to a drive is written by a process, everything else by a thread', async () => {
  const worker = join(tempFolder(), 'worker.cjs')
  writeFileSync(worker, script)
  const used: string[] = []
  const jobs = handedJobs(
    () => (used.push('thread'), threadHand(worker)),
    () => (used.push('process'), forkHand(worker)),
  )
  const tools = { onProgress: () => undefined, signal: new AbortController().signal }
  const update = new Uint8Array([1, 2, 3])
  const input = { path: 'bytes', parts: [{ docId: 'record', update }] } as never
  for (const more of [{}, { stallMs: 60_000 }])
    expect(await jobs.run('saveMinutes', input, { ...tools, ...more })).toEqual({ ok: true, value: { bytes: update } })
  expect(used).toEqual(['thread', 'process'])
})

test('[HST7] a job tells its progress, can be cancelled, and runs once per id', async () => {
  const jobs: Jobs = {
    run: (_name, _input, { onProgress, signal }: JobTools) => {
      onProgress('writing', 1, 4)
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ok: false, error: { kind: 'cancelled', message: '' } } as never)),
      )
    },
  }
  const { call, events } = await testHost({ jobs })
  const running = call('archive:save', save)
  expect(await call('archive:save', save)).toMatchObject({ ok: false, error: { kind: 'bad-request', details: ['jobId'] } })
  await vi.waitFor(() => expect(events).toEqual([{ type: 'job:progress', jobId: 'j', step: 'writing', done: 1, total: 4 }]))
  unwrap(await call('job:cancel', { jobId: 'other' }))
  unwrap(await call('job:cancel', { jobId: 'j' }))
  expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
})

test('[MTS3] a dropped bundle is gone after it was opened, whether it was good or not', async () => {
  const jobs: Jobs = {
    run: () => Promise.resolve({ ok: false, error: { kind: 'altered', message: 'data/index.html' } } as never),
  }
  const { call, host, folder } = await testHost({ jobs })
  const { stagingId } = unwrap(await host.stageBundle((async function* () {})()))
  const path = join(folder.staging, `${stagingId}.zip`)
  expect(existsSync(path)).toBe(true)
  expect(await call('archive:open', { jobId: 'o', stagingId })).toMatchObject({ ok: false, error: { kind: 'altered' } })
  expect(existsSync(path)).toBe(false)
})

/** What does what its input says, as a thread or as a process. */
const script = `
  const { parentPort } = require('node:worker_threads')
  const post = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message))
  const take = ({ type, input }) => {
    if (type === 'cancel') return post({ type: 'done', result: { ok: false, error: { kind: 'cancelled', message: 'tidied' } } })
    if (input.path === 'throw') throw new TypeError('secret')
    if (input.path === 'exit') process.exit(3)
    if (input.path === 'wait') return
    if (input.path === 'bytes') return post({ type: 'done', result: { ok: true, value: { bytes: input.parts[0].update } } })
    post({ type: 'progress', step: 'reading', done: 1, total: 2 })
    post({ type: 'done', result: { ok: true, value: { files: input.path.length } } })
  }
  if (parentPort) parentPort.on('message', take)
  else process.on('message', take)`

test.each([
  ['thread', threadHand],
  ['process', forkHand],
])('[HST7] a job in its %s answers, tells progress, and however it ends the caller hears', async (_kind, makeHand) => {
  const worker = join(tempFolder(), 'worker.cjs')
  writeFileSync(worker, script)
  const onProgress = vi.fn()
  // Long enough to tidy up for a hand that a busy machine has not even started.
  const hand = (): Hand => ({ ...makeHand(worker), tidyMs: 30_000 })
  const run = (path: string, signal = new AbortController().signal, stallMs?: number) =>
    handedJobs(hand, hand).run('verifyArchive', { path }, { onProgress, signal, ...(stallMs !== undefined && { stallMs }) })
  expect(await run('abc')).toEqual({ ok: true, value: { files: 3 } })
  expect(onProgress.mock.calls).toEqual([['reading', 1, 2]])
  for (const end of ['throw', 'exit']) {
    const result = await run(end)
    expect(result).toMatchObject({ ok: false, error: { kind: 'failed' } })
    expect(JSON.stringify(result)).not.toContain('secret')
  }
  const controller = new AbortController()
  const waiting = run('wait', controller.signal)
  controller.abort()
  expect(await waiting).toMatchObject({ ok: false, error: { kind: 'cancelled', message: 'tidied' } })
  expect(await run('abc', controller.signal)).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
  expect(await run('wait', undefined, 300)).toMatchObject({ ok: false, error: { message: 'the drive does not answer' } })
})

test('[DLV15] what is verified is compared with what was delivered there last, and with nothing where nothing was', async () => {
  const inputs: unknown[] = []
  const { run } = savingJobs()
  const jobs: Jobs = {
    run(name, input, tools) {
      if (name === 'verifyArchive') inputs.push(input)
      return name === 'verifyArchive'
        ? (Promise.resolve(fail({ kind: 'altered', message: '' })) as never)
        : run(name, input, tools)
    },
  }
  const { call, folder } = await testHost({ jobs })
  const { id } = unwrap(await call('archive:save', save)).delivery
  await vi.waitFor(() => expect(existsSync(join(folder.outbox, id))).toBe(false))
  const before = unwrap(await call('delivery:list', {}))
  for (const path of ['/share/solar.zip', '/share/solar-minutes (conflict copy).pdf', '/share/other.zip'])
    expect(await call('archive:verify', { jobId: 'v', path })).toMatchObject({ ok: false, error: { kind: 'altered' } })
  expect(inputs).toEqual([
    { path: '/share/solar.zip', sha512: saved.sha512 },
    { path: '/share/solar-minutes (conflict copy).pdf', sha512: minutes.sha512 },
    { path: '/share/other.zip' },
  ])
  expect(unwrap(await call('delivery:list', {}))).toEqual(before)
})
