import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Jobs, JobTools } from '../../../electron/host/jobs/job'
import { threadJobs } from '../../../electron/host/jobs/run-job'
import { unwrap } from '../../../shared/result'
import { tempFolder } from '../helpers/temp-folder'
import { testHost } from '../helpers/test-host'

const saved = { title: 'Solar', path: '/share/solar.zip', bytes: 9, sha512: 'a'.repeat(128) }
/** What a job says of a bundle beside where it is. */
const told = {
  missing: ['gone.pdf'],
  replaced: ['א'],
  unset: [],
  beside: ['solar-minutes.pdf'],
  notBeside: ['solar-actions.csv'],
}
const save = { jobId: 'j', reviewId: 'r', folder: '/share', parts: [], log: [], withDesk: false }

test('[HST7] a saved bundle is remembered with its folder, and a later reading back changes its date', async () => {
  let wall = 1_000
  const jobs: Jobs = {
    run: (name) => Promise.resolve({ ok: true, value: name === 'saveArchive' ? { ...saved, ...told } : { files: 3 } } as never),
  }
  const { call } = await testHost({ jobs, clocks: { wall: () => wall, sinceBoot: () => wall } })
  expect(unwrap(await call('archive:save', save))).toEqual({
    delivery: { reviewId: 'r', ...saved, savedAt: 1_000, verifiedAt: 1_000 },
    ...told,
  })
  wall = 2_000
  expect(unwrap(await call('archive:verify', { jobId: 'v', path: saved.path }))).toEqual({ verifiedAt: 2_000, files: 3 })
  const device = unwrap(await call('device:read', {}))
  expect(device.deliveries).toMatchObject([{ path: saved.path, savedAt: 1_000, verifiedAt: 2_000 }])
  expect(device.destinations).toEqual(['/share'])
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
  expect(events).toEqual([{ type: 'job:progress', jobId: 'j', step: 'writing', done: 1, total: 4 }])
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

/** A worker that does what its input says. */
const script = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ type, input }) => {
    if (type === 'cancel') return parentPort.postMessage({ type: 'done', result: { ok: false, error: { kind: 'cancelled', message: 'tidied' } } })
    if (input.path === 'throw') throw new TypeError('secret')
    if (input.path === 'exit') process.exit(3)
    if (input.path === 'wait') return
    parentPort.postMessage({ type: 'progress', step: 'reading', done: 1, total: 2 })
    parentPort.postMessage({ type: 'done', result: { ok: true, value: { files: input.path.length } } })
  })`

test('[HST7] a job in its thread answers, tells progress, and however it ends the caller hears', async () => {
  const worker = join(tempFolder(), 'worker.cjs')
  writeFileSync(worker, script)
  const onProgress = vi.fn()
  const run = (path: string, signal = new AbortController().signal) =>
    threadJobs(worker).run('verifyArchive', { path }, { onProgress, signal })
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
})
