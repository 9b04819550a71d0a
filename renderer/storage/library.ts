import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HostResponse } from '../../shared/host-contract'
import { fail, ok, type Result } from '../../shared/result'
import { forgetReview, pendingCommits } from './commits'
import { MARKER } from './db'
import { openReview, type ReviewStorage } from './review-storage'
import { type StorageProblem, storageProblem } from './storage-problem'

type Listed = HostResponse<'review:list'>

/** The library as screens see it. */
export interface Library {
  readonly reviews: Listed['reviews']
  readonly deleted: Listed['deleted']
  readonly damaged: Listed['damaged']
  readonly notices: Listed['notices']
  /** Why the list may be incomplete, '' when it is not. */
  readonly problem: string
  readonly isLoading: boolean
}

/** The list of reviews, kept up to date for as long as the page lives. Call it once per storage. */
export function libraryStore(storage: ReviewStorage): StoreApi<Library> {
  const { host } = storage
  const store = createStore<Library>(() => ({ reviews: [], deleted: [], damaged: [], notices: [], problem: '', isLoading: true }))
  let isReconciled = false
  let running: Promise<void> | null = null
  let again = false

  function refresh(): void {
    again = running !== null
    running ??= load().finally(() => {
      running = null
      if (again) refresh()
    })
  }

  async function load(): Promise<void> {
    const answer = await host.call('review:list', {})
    if (!answer.ok)
      return store.setState({ ...(await rowsHere(storage)), problem: storageProblem('unreachable').message, isLoading: false })
    store.setState({ ...answer.value, problem: '', isLoading: false })
    if (isReconciled) return
    isReconciled = true
    if (await reconcile(storage, answer.value)) again = true
  }

  let wasLost = false
  host.onEvent(({ type }) => type === 'library:changed' && refresh())
  host.onConnection((connection) => {
    if (connection === 'connected' && wasLost) refresh()
    wasLost = connection === 'lost'
  })
  refresh()
  return store
}

/** What this browser knows of its reviews while the host does not answer. */
async function rowsHere({ db }: ReviewStorage): Promise<Partial<Library>> {
  const metas = await db.meta.toArray().catch(() => [])
  return metas.length === 0 ? {} : { reviews: metas.flatMap(({ row, updatedAt }) => (row ? [{ ...row, updatedAt }] : [])) }
}

/**
 * STO22: reviews that only this browser has: deleted ones are emptied, others go to the journal again. Answers whether anything was sent.
 */
async function reconcile(storage: ReviewStorage, { reviews }: Listed): Promise<boolean> {
  const known = new Set([MARKER, ...reviews.map(({ id }) => id)])
  const metas = await storage.db.meta.toArray().catch(() => [])
  let isChanged = false
  for (const { reviewId } of metas.filter((meta) => !known.has(meta.reviewId))) {
    if (await sendWhole(storage, reviewId)) isChanged = true
  }
  return isChanged
}

/** Gives the journal everything of a review; false when it could not be opened. */
async function sendWhole(storage: ReviewStorage, reviewId: string): Promise<boolean> {
  const opened = await openReview(storage, reviewId)
  if (!opened.ok) return false
  await opened.value.settle()
  await opened.value.close()
  return true
}

/** Deletes a review; `restoreReview` brings it back for 30 days. What the journal lacks is sent first, so that nothing is missing then. */
export async function deleteReview(storage: ReviewStorage, reviewId: string): Promise<Result<null, StorageProblem>> {
  const { db, host } = storage
  const pending = await pendingCommits(db, reviewId).catch(() => [])
  if (pending.length > 0) await sendWhole(storage, reviewId)
  const answer = await host.call('review:delete', { reviewId })
  if (!answer.ok) return fail(storageProblem('failed', 'The review could not be deleted. Nothing was changed.'))
  await forgetReview(db, reviewId).catch(() => undefined)
  return ok(null)
}

export async function restoreReview({ host }: ReviewStorage, reviewId: string): Promise<Result<null, StorageProblem>> {
  const answer = await host.call('review:restore', { reviewId })
  if (answer.ok) return ok(null)
  const { kind } = answer.error
  return fail(
    kind === 'not-found'
      ? storageProblem('not-found', 'This review cannot be brought back any more.')
      : storageProblem('failed', 'The review could not be brought back.'),
  )
}
