import { dirname } from 'node:path'
import type { Delivery, HostError, HostEvent, HostResponse } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import type { DeviceFile } from './device'
import type { DataFolder } from './files/data-folder'
import type { FileSystem } from './files/file-system'
import type { Jobs, JobTools } from './jobs/job'
import type { Parsed } from './handlers'
import { stagedPath } from './materials/store'

export interface ArchiveCallsOptions {
  readonly files: FileSystem
  readonly folder: DataFolder
  readonly device: DeviceFile
  readonly jobs: Jobs
  readonly version: string
  readonly now: () => number
  readonly exists: (reviewId: string) => boolean
  readonly emit: (event: HostEvent) => void
}

type ArchiveCall = 'archive:save' | 'archive:minutes' | 'archive:open' | 'archive:verify' | 'job:cancel'
export type ArchiveCalls = {
  readonly [Name in ArchiveCall]: (request: Parsed<Name>) => Promise<Result<HostResponse<Name>, HostError>>
}

/** Saving, opening and verifying bundles: each a job that reports progress and can be cancelled. */
export function createArchiveCalls(options: ArchiveCallsOptions): ArchiveCalls & { cancelAll(): Promise<void> } {
  const { files, folder, device, jobs, version, now, exists, emit } = options
  const running = new Map<string, { controller: AbortController; done: Promise<unknown> }>()

  async function tracked<Value>(
    jobId: string,
    run: (tools: JobTools) => Promise<Result<Value, HostError>>,
  ): Promise<Result<Value, HostError>> {
    if (running.has(jobId)) return fail({ kind: 'bad-request', message: 'this job is already running', details: ['jobId'] })
    const controller = new AbortController()
    const onProgress: JobTools['onProgress'] = (step, done, total) => emit({ type: 'job:progress', jobId, step, done, total })
    const done = run({ onProgress, signal: controller.signal })
    running.set(jobId, { controller, done: done.catch(() => undefined) })
    return done.finally(() => running.delete(jobId))
  }

  return {
    'archive:save': ({ jobId, ...request }) =>
      tracked(jobId, async (tools) => {
        const input = { ...request, materialsFolder: folder.materials, version }
        const saved = await jobs.run('saveArchive', input, tools)
        if (!saved.ok) return saved
        const { title, path, bytes, sha512, missing, replaced, unset, beside, notBeside } = saved.value
        const delivery: Delivery = { reviewId: request.reviewId, title, path, bytes, sha512, savedAt: now(), verifiedAt: now() }
        // The bundle is there and read back: a data folder that is full does not undo that.
        await device.addDelivery(delivery, dirname(path))
        const told = { missing: [...missing], replaced: [...replaced], unset: [...unset] }
        return ok({ delivery, ...told, beside: [...beside], notBeside: [...notBeside] })
      }),
    'archive:minutes': ({ jobId, ...request }) =>
      tracked(jobId, async (tools) => {
        const saved = await jobs.run('saveMinutes', { ...request, version }, tools)
        return saved.ok ? ok({ ...saved.value, replaced: [...saved.value.replaced] }) : saved
      }),
    'archive:open': ({ jobId, stagingId }) =>
      tracked(jobId, async (tools) => {
        const bundle = stagedPath(folder.staging, stagingId)
        const opened = await jobs.run('openArchive', { bundle, materialsFolder: folder.materials }, tools)
        await files.remove(bundle).catch(() => undefined)
        if (!opened.ok) return opened
        const { reviewId, title, parts, log } = opened.value
        return ok({ reviewId, title, parts: [...parts], log: [...log], exists: exists(reviewId) })
      }),
    'archive:verify': ({ jobId, path }) =>
      tracked(jobId, async (tools) => {
        const verified = await jobs.run('verifyArchive', { path }, tools)
        if (!verified.ok) return verified
        const verifiedAt = now()
        const { deliveries } = device.read()
        if (deliveries.some((one) => one.path === path))
          await device.write({ deliveries: deliveries.map((one) => (one.path === path ? { ...one, verifiedAt } : one)) })
        return ok({ verifiedAt, files: verified.value.files })
      }),
    'job:cancel'({ jobId }) {
      running.get(jobId)?.controller.abort()
      return Promise.resolve(ok({}))
    },
    async cancelAll() {
      for (const { controller } of running.values()) controller.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
