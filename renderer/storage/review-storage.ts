import type { HostResponse } from '../../shared/host-contract'
import type { Commit } from '../../shared/record/commit'
import { applyChanges, readDesk, readRecord } from '../../shared/record/document'
import { libraryRow } from '../../shared/record/library-row'
import { logLine } from '../../shared/record/log'
import type { ReviewState } from '../../shared/record/state'
import { fail, ok, type Result } from '../../shared/result'
import type { Change } from '../../shared/review/change'
import type { Host } from '../host'
import { type Docs, type Part } from './collect'
import { type Draft, storeCommit } from './commits'
import type { Ground } from './copies'
import { applyParts, emptyDocs } from './load'
import { openDatabase, type OpenDatabaseOptions } from './open-database'
import { inTime, type Pace, usualPace } from './pace'
import { linesLacking, wholeParts } from './replica'
import type { ReviewSession } from './review-session'
import { openSession } from './session'
import { type StorageProblem, storageProblem } from './storage-problem'
import { channelOf, ringWindows } from './windows'

/** Everything the screens need to keep and open reviews. */
export interface ReviewStorage extends Ground {
  readonly host: Host
}

export interface StorageOptions extends OpenDatabaseOptions {
  readonly pace?: Partial<Pace>
  readonly now?: () => number
  readonly newId?: () => string
}

/** Opens this browser's database; one that cannot be opened is left aside, and storage goes on without it while the journal answers. */
export async function openStorage(host: Host, options: StorageOptions = {}): Promise<ReviewStorage> {
  const pace = { ...usualPace, ...options.pace }
  const { db, wasReset } = await openDatabase(pace.patienceMs, options)
  const { now = () => Date.now(), newId = () => crypto.randomUUID() } = options
  return { db, host, pace, now, newId, wasReset }
}

/**
 * Makes a review of these changes, as one commit with its log line in both copies.
 * @param alongside fills the minutes within the same commit.
 * @returns the id of the new review.
 */
export async function createReview(
  storage: ReviewStorage,
  changes: readonly Change[],
  alongside?: (minutes: Docs['minutes']) => void,
): Promise<Result<string, StorageProblem>> {
  const docs = emptyDocs()
  applyChanges(docs, changes, 'createReview')
  alongside?.(docs.minutes)
  const reviewId = readRecord(docs.record).review['review']?.reviewId
  if (!reviewId) throw new Error('the changes make no review')
  const actor = { personId: null, name: await operatorName(storage) }
  const context = { now: storage.now(), newId: storage.newId, actor, operator: actor }
  return storeFirst(storage, {
    ...draftOf(storage, reviewId, wholeParts(docs)),
    log: (heads) => [logLine('createReview', changes, heads, context)],
  })
}

/** Opens a review from whichever copy has it. */
export async function openReview(storage: ReviewStorage, reviewId: string): Promise<Result<ReviewSession, StorageProblem>> {
  return openSession(storage, reviewId, operatorName(storage))
}

/** What a review holds, to duplicate it or to make a template of it. */
export async function readReview(storage: ReviewStorage, reviewId: string): Promise<Result<ReviewState, StorageProblem>> {
  const opened = await openReview(storage, reviewId)
  if (!opened.ok) return opened
  const { docs, close } = opened.value
  const state = { record: readRecord(docs.record), desk: readDesk(docs.desk) }
  await close()
  return ok(state)
}

/** Keeps what a verified bundle holds. STO19: the desk of a review that is here already is never touched. */
export async function importReview(
  storage: ReviewStorage,
  { reviewId, parts, log, exists }: HostResponse<'archive:open'>,
): Promise<Result<string, StorageProblem>> {
  if (exists) return mergeReview(storage, reviewId, parts, log)
  // STO17: opening its bundle is the one way back for a review that was purged.
  await storage.host.call('review:restore', { reviewId, fromBundle: true })
  const kept = await storeFirst(storage, {
    ...draftOf(storage, reviewId, parts),
    log: () => [...log],
    isForeign: true,
  })
  return !kept.ok && kept.error.kind === 'deleted' ? fail(storageProblem('failed')) : kept
}

/** An older bundle changes nothing, a newer one adds what is new. */
async function mergeReview(
  storage: ReviewStorage,
  reviewId: string,
  parts: readonly Part[],
  log: Commit['log'],
): Promise<Result<string, StorageProblem>> {
  const opened = await openReview(storage, reviewId)
  if (!opened.ok) return opened
  const known = await opened.value.log()
  await opened.value.close()
  const merged = await storeFirst(storage, {
    ...draftOf(
      storage,
      reviewId,
      parts.filter(({ docId }) => docId !== 'desk'), // STO19
    ),
    // STO19: the bundle may be older than what the row tells.
    row: null,
    log: () => linesLacking(log, known),
    isForeign: true,
  })
  ringWindows(channelOf(storage.db.name, reviewId))
  return merged
}

function draftOf({ newId, now }: ReviewStorage, reviewId: string, parts: readonly Part[]): Omit<Draft, 'log'> {
  const docs = emptyDocs()
  applyParts(docs, parts)
  return { id: newId(), reviewId, at: now(), parts: [...parts], isPending: true, row: libraryRow(readRecord(docs.record)) }
}

/** STO20: one commit into both copies; a failing one is filled when the review is opened, both failing is told. */
async function storeFirst(storage: ReviewStorage, draft: Draft): Promise<Result<string, StorageProblem>> {
  const { db, host, pace } = storage
  const { reviewId, id, at, parts } = draft
  let lines: Commit['log'] | null = null
  const fixed: Draft = { ...draft, log: (heads) => (lines ??= draft.log(heads)) }
  const stored = await inTime(storeCommit(db, fixed, false), pace.patienceMs).then(
    ({ commit }) => commit,
    () => null,
  )
  const commit = stored ?? { id, reviewId, at, parts: [...parts], log: fixed.log([]) }
  const sent = await host.call('review:append', { reviewId, clientId: host.clientId, create: true, commits: [commit] })
  if (!sent.ok && sent.error.details?.includes('deleted')) return fail(storageProblem('deleted'))
  return sent.ok || stored ? ok(reviewId) : fail(storageProblem('failed'))
}

async function operatorName({ host }: ReviewStorage): Promise<string> {
  const device = await host.call('device:read', {})
  return device.ok ? device.value.operatorName : ''
}
