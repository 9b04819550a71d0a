import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import type { Logger } from 'pino'
import type { HostEvent, HostError, HostResponse } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { createArchiveCalls, type GivenFiles } from './archive-calls'
import { type ClockChange, type Clocks, machineClocks, watchClock } from './clock-watch'
import { type DeliveriesOptions, openDeliveries } from './deliveries/deliveries'
import { openDevice } from './device'
import { createDispatch, type Dispatch } from './dispatch'
import { type DataFolder, readOrMakeId } from './files/data-folder'
import type { FileSystem } from './files/file-system'
import type { Handlers } from './handlers'
import type { Jobs } from './jobs/job'
import { createJournals } from './journal/journals'
import type { JournalOptions } from './journal/journal'
import { createLeases } from './leases'
import { isOutsideLink } from './links'
import { describeError } from './log'
import { isMaterialName, materialPath, purgeStaging, stageBundle, storeMaterial } from './materials/store'
import { type Served, serveMaterial } from './materials/serve'
import { unnamedMaterials } from './materials/unnamed'
import { openReviewIndex } from './review-index'
import { createReviews } from './reviews'

/** What only a shell can do. */
export interface ShellActions {
  readonly name: 'desktop' | 'browser'
  openWall(): Promise<HostResponse<'wall:open'>>
  /** Gets only links that passed the list. */
  openLink(url: string): Promise<HostResponse<'link:open'>>
  chooseFolder(from: string | null): Promise<HostResponse<'folder:choose'>>
}

export interface HostOptions {
  readonly files: FileSystem
  /** Prepared and locked by the shell. */
  readonly folder: DataFolder
  readonly version: string
  readonly shell: ShellActions
  readonly jobs: Jobs
  readonly log: Logger
  readonly clocks?: Clocks
  readonly journal?: JournalOptions
  readonly leaseGraceMs?: number
  readonly delivery?: Pick<DeliveriesOptions, 'pausesMs' | 'stallMs'>
}

type Listener = (event: HostEvent) => void

export interface Host extends GivenFiles {
  readonly call: Dispatch
  /** A window's event stream: it holds leases while connected and first gets the clock changes it missed. Answers what ends it; `isLeaving` frees its leases at once. */
  connect(clientId: string, listener: Listener): (isLeaving: boolean) => void
  storeMaterial(body: AsyncIterable<Uint8Array>): Promise<Result<{ sha512: string; bytes: number }, HostError>>
  stageBundle(body: AsyncIterable<Uint8Array>): Promise<Result<{ stagingId: string; bytes: number }, HostError>>
  serveMaterial(sha512: string, range: string | undefined, name?: string, isHead?: boolean): Promise<Served>
  /** Waits for what is being written, cancels jobs, closes the files. */
  close(): Promise<void>
}

const PURGE_EVERY_MS = 6 * 3_600_000
const LIBRARY_PAUSE_MS = 300
/** A folder that tells nothing for so long does not answer, in ms: longer than the looking itself waits for a drive. */
const BROWSE_STALL_MS = 15_000
const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** The host: everything behind the contract, without a window. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { files, folder, version, shell, jobs, log, clocks = machineClocks() } = options
  const listeners = new Set<Listener>()
  const emit = (event: HostEvent): void => listeners.forEach((listener) => listener(event))
  const now = clocks.wall

  await purgeStaging(files, folder.staging, folder.materials)
  const index = await openReviewIndex(files, folder.index, folder.reviews)
  if (index.wasRebuilt && index.reviews().length > 0) log.warn({ event: 'index rebuilt', reviews: index.reviews().length })
  const folderId = await readOrMakeId(files, folder)
  const device = await openDevice(files, folder.device)
  const journals = createJournals(files, folder.reviews, {
    ...options.journal,
    onProblem: (what, error) => log.error({ event: 'journal', what, error: describeError(error) }),
  })
  const leases = createLeases({
    now,
    onChange: (reviewId, holder) => emit({ type: 'lease:changed', reviewId, holder }),
    ...(options.leaseGraceMs !== undefined && { graceMs: options.leaseGraceMs }),
  })
  let libraryTimer: ReturnType<typeof setTimeout> | undefined
  function onLibraryChange(): void {
    libraryTimer ??= setTimeout(() => {
      libraryTimer = undefined
      emit({ type: 'library:changed' })
    }, LIBRARY_PAUSE_MS)
  }
  /** Whether this run has taken in materials: a window may still be about to name them in a journal. */
  let hasTaken = false
  const materials = unnamedMaterials(files, folder, () => !hasTaken)
  const deliveries = await openDeliveries({ files, folder, jobs, version, now, emit, ...options.delivery })
  const notices = [index.notice, device.notice, deliveries.notice].filter((notice) => notice !== '')
  if (notices.length > 0) log.warn({ event: 'noticed at start', notices })
  const reviews = createReviews({ index, journals, leases, materials, now, notices, onLibraryChange })
  const { stageFile, cancelAll, ...archive } = createArchiveCalls({
    files,
    folder,
    device,
    deliveries,
    jobs,
    version,
    now,
    exists: reviews.exists,
    emit,
  })

  const handlers: Handlers = {
    'app:hello': () => Promise.resolve(ok({ version, shell: shell.name, dataFolder: folder.root, home: homedir(), folderId })),
    'device:read': async () => ok(await device.read()),
    'device:write': (patch) => device.write(patch),
    'review:list': () => reviews.list(),
    'review:open': (request) => reviews.open(request),
    'review:append': (request) => reviews.append(request),
    'review:lease': ({ reviewId, clientId, act }) =>
      Promise.resolve(ok(act === 'take-over' ? leases.takeOver(reviewId, clientId) : leases.release(reviewId, clientId))),
    'review:delete': ({ reviewId }) => reviews.remove(reviewId),
    'review:restore': (request) => reviews.restore(request),
    async 'folder:browse'({ path }) {
      const { destinations } = await device.read()
      return jobs.run('browseFolder', { path, recent: destinations }, { ...quiet(), stallMs: BROWSE_STALL_MS })
    },
    'folder:choose': async ({ from }) => ok(await shell.chooseFolder(from)),
    'materials:missing': async ({ sha512 }) => ok({ missing: await missingOf(files, folder, sha512) }),
    ...archive,
    'archive:open'(request) {
      hasTaken = true
      return archive['archive:open'](request)
    },
    'delivery:list': () => Promise.resolve(ok({ deliveries: deliveries.list() })),
    'delivery:act': ({ deliveryId, act }) => deliveries.act(deliveryId, act),
    'wall:open': async () => ok(await shell.openWall()),
    'link:open': async ({ url }) =>
      isOutsideLink(url)
        ? ok(await shell.openLink(url))
        : fail({ kind: 'forbidden', message: 'only https, http and mailto links are opened' }),
  }

  const clockChanges: ClockChange[] = []
  /** How many clock changes a client that went away had seen. */
  const seen = new Map<string, number>()
  const stopClock = watchClock(clocks, randomUUID, (event) => {
    clockChanges.push(event)
    log.warn({ event: 'clock changed', deltaMs: event.deltaMs })
    emit(event)
  })
  const purge = (): void =>
    void reviews.purge().catch((error: unknown) => log.error({ event: 'purge', error: describeError(error) }))
  const purgeTimer = setInterval(purge, PURGE_EVERY_MS)
  purgeTimer.unref()
  purge()

  return {
    call: createDispatch(handlers, log),
    connect(clientId, listener) {
      listeners.add(listener)
      leases.connected(clientId)
      clockChanges.slice(seen.get(clientId) ?? clockChanges.length).forEach(listener)
      return (isLeaving) => {
        if (!listeners.delete(listener)) return
        seen.set(clientId, clockChanges.length)
        leases.disconnected(clientId, isLeaving)
      }
    },
    storeMaterial(body) {
      hasTaken = true
      return storeMaterial(files, folder.materials, body)
    },
    stageFile,
    stageBundle: (body) => stageBundle(files, folder.staging, body),
    serveMaterial: (sha512, range, name, isHead) => serveMaterial(folder.materials, sha512, range, name, isHead),
    async close() {
      stopClock()
      clearInterval(purgeTimer)
      clearTimeout(libraryTimer)
      leases.close()
      await Promise.all([deliveries.close(), cancelAll()])
      await journals.close()
    },
  }
}

async function missingOf(files: FileSystem, folder: DataFolder, wanted: readonly string[]): Promise<string[]> {
  const missing: string[] = []
  for (const sha512 of wanted) {
    const isThere =
      isMaterialName(sha512) &&
      (await files.stat(materialPath(folder.materials, sha512)).then(
        ({ kind }) => kind === 'file',
        () => false,
      ))
    if (!isThere) missing.push(sha512)
  }
  return missing
}
