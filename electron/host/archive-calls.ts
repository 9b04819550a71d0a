import { basename } from 'node:path'
import type { HostError, HostEvent, HostResponse } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { type Deliveries, type Saved, STALL_MS } from './deliveries/deliveries'
import type { DeviceFile } from './device'
import type { DataFolder } from './files/data-folder'
import type { FileSystem } from './files/file-system'
import type { Jobs, JobTools, NamedFile, StageOutput } from './jobs/job'
import type { Parsed } from './handlers'
import { newStagingId, stagedPath } from './materials/store'

export interface ArchiveCallsOptions {
  readonly files: FileSystem
  readonly folder: DataFolder
  readonly device: DeviceFile
  readonly deliveries: Deliveries
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

/** Bundles that the system gives. */
export interface GivenFiles {
  /** DSK23: stages the file at a path, which may lie on a drive that never answers. */
  stageFile(path: string): Promise<Result<StageOutput, HostError>>
}

/** A drive that is silent for so long while a bundle is staged or verified does not answer, in ms; a large material is one silence. */
const VERIFY_STALL_MS = 300_000

/** Saving, opening and verifying bundles: each a job that reports progress and can be cancelled. */
export function createArchiveCalls(options: ArchiveCallsOptions): ArchiveCalls & GivenFiles & { cancelAll(): Promise<void> } {
  const { files, folder, device, deliveries, jobs, version, now, exists, emit } = options
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

  /** DLV1: saved on this computer and queued; DLV9: where this computer takes nothing, written straight into the folder. */
  async function saveTo<Output extends Made>(
    { reviewId, folder: to }: { readonly reviewId: string; readonly folder: string },
    kind: Saved['kind'],
    make: (into: string, mark?: string) => Promise<Result<Output, HostError>>,
  ) {
    const boxed = await deliveries.newBox().catch(() => null)
    if (boxed) {
      const made = await make(boxed.box)
      if (made.ok) {
        const { title } = made.value
        const added = await deliveries.add({ id: boxed.id, reviewId, title, kind, folder: to, files: filesOf(made.value) })
        if (added.ok) {
          await device.addDestination(to)
          return ok({ delivery: added.value, isDirect: false, made: made.value })
        }
        await deliveries.dropBox(boxed.id)
        if (!takesNothing(added.error)) return added
      } else {
        await deliveries.dropBox(boxed.id)
        if (!takesNothing(made.error)) return made
      }
    }
    const made = await deliveries.straight(to, (mark) => make(to, mark))
    if (!made.ok) return made
    const { title } = made.value
    await device.addDestination(to)
    const delivery = await deliveries.addDelivered({ reviewId, title, kind, folder: to, files: filesOf(made.value) })
    return ok({ delivery, isDirect: true, made: made.value })
  }

  return {
    'archive:save': ({ jobId, ...request }) =>
      tracked(jobId, async (tools) => {
        const input = { ...request, materialsFolder: folder.materials, version }
        const saved = await saveTo(request, 'bundle', (into, mark) =>
          jobs.run('saveArchive', { ...input, folder: into, ...(mark !== undefined && { mark }) }, stalling(tools, mark)),
        )
        if (!saved.ok) return saved
        const { delivery, isDirect, made } = saved.value
        const { missing, replaced, unset, notBeside } = made
        const told = { missing: [...missing], replaced: [...replaced], unset: [...unset], notBeside: [...notBeside] }
        return ok({ delivery, isDirect, ...told })
      }),
    'archive:minutes': ({ jobId, ...request }) =>
      tracked(jobId, async (tools) => {
        const saved = await saveTo(request, 'minutes', (into, mark) =>
          jobs.run(
            'saveMinutes',
            { ...request, version, folder: into, ...(mark !== undefined && { mark }) },
            stalling(tools, mark),
          ),
        )
        if (!saved.ok) return saved
        const { delivery, isDirect, made } = saved.value
        return ok({ delivery, isDirect, replaced: [...made.replaced] })
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
        const sha512 = deliveries.deliveredAt(path)
        const input = { path, ...(sha512 !== null && { sha512 }) }
        const verified = await jobs.run('verifyArchive', input, { ...tools, stallMs: VERIFY_STALL_MS })
        if (!verified.ok) return verified
        const verifiedAt = now()
        await deliveries.verified(path, verifiedAt)
        return ok({ verifiedAt, files: verified.value.files })
      }),
    'job:cancel'({ jobId }) {
      running.get(jobId)?.controller.abort()
      return Promise.resolve(ok({}))
    },
    stageFile(path) {
      const stagingId = newStagingId()
      return tracked(stagingId, async ({ signal }) => {
        const input = { path, folder: folder.staging, stagingId }
        const tools = { signal, onProgress: () => undefined, stallMs: VERIFY_STALL_MS }
        const staged = await jobs.run('stageBundle', input, tools)
        if (!staged.ok) await files.remove(stagedPath(folder.staging, stagingId)).catch(() => undefined)
        return staged
      })
    },
    async cancelAll() {
      for (const { controller } of running.values()) controller.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

/** DLV6: what goes straight to a drive, under a mark, is given up when that is silent. */
const stalling = (tools: JobTools, mark?: string): JobTools => (mark === undefined ? tools : { ...tools, stallMs: STALL_MS })

/** DLV9: full or read-only; any other error would only be met again elsewhere, or hidden there. */
const takesNothing = ({ kind }: HostError): boolean => kind === 'disk-full' || kind === 'unwritable'

/** What a job made: its first file, and what lies beside it. */
interface Made {
  readonly title: string
  readonly path: string
  readonly bytes: number
  readonly sha512: string
  readonly beside?: readonly NamedFile[]
}

function filesOf({ path, bytes, sha512, beside = [] }: Made): NamedFile[] {
  return [{ name: basename(path), bytes, sha512 }, ...beside]
}
