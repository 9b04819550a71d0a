import * as Y from 'yjs'
import type { HostCall, HostError, HostResponse } from '../../shared/host-contract'
import { docIds } from '../../shared/record/commit'
import { readRecord } from '../../shared/record/document'
import { type LibraryRow, libraryRow } from '../../shared/record/library-row'
import { fail, ok, type Result } from '../../shared/result'
import { createQueue } from './files/queue'
import type { Parsed } from './handlers'
import type { Journal } from './journal/journal'
import type { Journals } from './journal/journals'
import { currentDocs } from './journal/review-copy'
import type { Leases } from './leases'
import type { UnnamedMaterials } from './materials/unnamed'
import type { ReviewIndex, Tombstone } from './review-index'

/** How long a deleted review can be brought back: its content stays so long. */
export const KEPT_AFTER_DELETION_MS = 30 * 24 * 3_600_000

export interface ReviewsOptions {
  readonly index: ReviewIndex
  readonly journals: Journals
  readonly leases: Leases
  readonly materials: UnnamedMaterials
  readonly now: () => number
  /** What the host noticed of its own files when it started, in words. */
  readonly notices: readonly string[]
  readonly onLibraryChange: () => void
}

type Answer<Name extends HostCall> = Promise<Result<HostResponse<Name>, HostError>>

/** Reading, writing, deleting and restoring reviews. */
export interface Reviews {
  list(): Answer<'review:list'>
  open(request: Parsed<'review:open'>): Answer<'review:open'>
  append(request: Parsed<'review:append'>): Answer<'review:append'>
  remove(reviewId: string): Answer<'review:delete'>
  restore(request: Parsed<'review:restore'>): Answer<'review:restore'>
  exists(reviewId: string): boolean
  /** Removes the content of reviews deleted more than 30 days ago, with the materials nobody else names; their tombstones stay. */
  purge(): Promise<void>
}

type ListedRow = HostResponse<'review:list'>['reviews'][number]
interface Known {
  readonly row: ListedRow
  readonly damage: readonly string[]
}

export function createReviews({ index, journals, leases, materials, now, notices, onLibraryChange }: ReviewsOptions): Reviews {
  /** Rows as derived last; forgotten when something is appended. */
  const rows = new Map<string, Known>()
  const ending = createQueue()

  async function rowOf(reviewId: string): Promise<Known> {
    const known =
      rows.get(reviewId) ?? (await journals.using(reviewId, (journal) => Promise.resolve(deriveRow(reviewId, journal))))
    rows.set(reviewId, known)
    return known
  }

  function refusal(reviewId: string): Result<never, HostError> | null {
    // HST6: a tombstone speaks before everything else; else a copy somewhere would bring the review back.
    if (index.tombstone(reviewId)) return fail({ kind: 'not-found', message: 'this review was deleted', details: ['deleted'] })
    return index.has(reviewId)
      ? null
      : fail({ kind: 'not-found', message: 'this review is not known here', details: ['unknown'] })
  }

  async function list(): Answer<'review:list'> {
    const reviews: ListedRow[] = []
    const damaged: { id: string; message: string }[] = []
    for (const reviewId of index.reviews()) {
      try {
        const { row, damage } = await rowOf(reviewId)
        reviews.push(row)
        damaged.push(...damage.map((message) => ({ id: reviewId, message })))
      } catch {
        damaged.push({ id: reviewId, message: 'The saved copy on this computer cannot be read.' })
      }
    }
    const deleted = index.tombstones().filter((one) => isRestorable(one, now()))
    return ok({
      reviews,
      deleted: deleted.map(({ id, title, deletedAt }) => ({ id, title, deletedAt })),
      damaged,
      notices: [...notices],
    })
  }

  async function open({ reviewId, clientId, have }: Parsed<'review:open'>): Answer<'review:open'> {
    const refused = refusal(reviewId)
    if (refused) return refused
    return journals.using(reviewId, async (journal) => {
      const parts = missingParts(journal, have)
      if (!parts) return fail({ kind: 'bad-request', message: 'review:open: not a state vector', details: ['have'] })
      const docs = currentDocs(journal.copy)
      return Promise.resolve(
        ok({
          parts,
          log: journal.copy.log,
          has: docIds.map((docId) => ({ docId, stateVector: Y.encodeStateVector(docs[docId]) })),
          lease: leases.claim(reviewId, clientId),
          notices: [...journal.takeNotices()],
        }),
      )
    })
  }

  const append: Reviews['append'] = async ({ reviewId, clientId, create, commits }) => {
    if (commits.some((commit) => commit.reviewId !== reviewId))
      return fail({ kind: 'bad-request', message: 'review:append: a commit of another review', details: ['commits'] })
    const refused = refusal(reviewId)
    if (refused && (index.tombstone(reviewId) || !create)) return refused
    if (!leases.claim(reviewId, clientId).mine)
      return fail({ kind: 'leased', message: 'this review is being edited in another window' })
    if (refused) {
      const added = await index.add(reviewId)
      if (!added.ok) return added
    }
    return journals.using(reviewId, async (journal) => {
      const stored = await journal.append(commits)
      if (!stored.ok) return stored
      if (stored.value > 0) rows.delete(reviewId)
      if (refused || stored.value > 0) onLibraryChange()
      return ok({ stored: stored.value })
    })
  }

  async function remove(reviewId: string): Answer<'review:delete'> {
    if (index.tombstone(reviewId)) return ok({})
    const title = index.has(reviewId)
      ? await rowOf(reviewId).then(
          ({ row }) => row.title,
          () => '',
        )
      : ''
    const buried = await index.bury({ id: reviewId, title, deletedAt: now(), isPurged: false, materials: [] })
    if (!buried.ok) return buried
    rows.delete(reviewId)
    leases.drop(reviewId)
    onLibraryChange()
    return ok({})
  }

  async function restore({ reviewId, fromBundle }: Parsed<'review:restore'>): Answer<'review:restore'> {
    const tombstone = index.tombstone(reviewId)
    if (!tombstone && (fromBundle || index.has(reviewId))) return ok({})
    // HST6: what was purged comes back with its bundle only.
    if (!tombstone || !(fromBundle || isRestorable(tombstone, now())))
      return fail({ kind: 'not-found', message: 'this review cannot be brought back any more' })
    const restored = await index.restore(reviewId)
    if (!restored.ok) return restored
    onLibraryChange()
    return ok({})
  }

  async function purge(): Promise<void> {
    for (const one of index.tombstones()) {
      if (one.isPurged || isRestorable(one, now())) continue
      const named = await materials.namedBy(one.id).catch(() => [])
      await journals.remove(one.id)
      await index.bury({ ...one, title: '', isPurged: true, materials: named })
    }
    for (const one of index.tombstones()) {
      if (one.materials.length === 0) continue
      // MTS6: what fails or is undecided waits in the tombstone for the next purge.
      const undecided = await materials.remove(one.materials)
      if (undecided.length < one.materials.length) await index.bury({ ...one, materials: undecided })
    }
  }

  return {
    ...{ list, open, append, remove },
    // One at a time: a purge under way would bury again what a bundle brings back.
    restore: (request) => ending.run(() => restore(request)),
    purge: () => ending.run(purge),
    exists: (reviewId) => index.has(reviewId),
  }
}

function isRestorable(tombstone: Tombstone, now: number): boolean {
  return !tombstone.isPurged && now - tombstone.deletedAt < KEPT_AFTER_DELETION_MS
}

/** What the journal has beyond the state vectors; null when one of them is none. */
function missingParts({ copy }: Journal, have: Parsed<'review:open'>['have']): Parsed<'archive:save'>['parts'] | null {
  const known = new Map(have.map(({ docId, stateVector }) => [docId, stateVector] as const))
  const docs = currentDocs(copy)
  try {
    return docIds
      .map((docId) => ({ docId, update: Y.encodeStateAsUpdate(docs[docId], known.get(docId)) }))
      .filter(({ update }) => !isEmptyUpdate(update))
  } catch {
    return null
  }
}

/** An update that says nothing: no structs, no deletions. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

function deriveRow(reviewId: string, { copy, damage }: Journal): Known {
  const row = libraryRow(readRecord(currentDocs(copy).record)) ?? unreadableRow(reviewId)
  return { row: { ...row, id: reviewId, updatedAt: copy.updatedAt }, damage }
}

/** A review whose record is empty here still exists; another copy may have it. */
function unreadableRow(reviewId: string): LibraryRow {
  return {
    id: reviewId,
    title: '',
    subject: '',
    version: '',
    kind: 'technical-review',
    status: 'planned',
    scheduledStart: null,
    createdAt: 0,
    outcome: null,
    appraisal: null,
    openActions: [],
  }
}
