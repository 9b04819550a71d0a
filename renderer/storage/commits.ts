import { Dexie } from 'dexie'
import type { Commit, LogLine } from '../../shared/record/commit'
import type { LibraryRow } from '../../shared/record/library-row'
import { headsOf } from '../../shared/record/log'
import type { CommitRow, ReviewDatabase, SnapshotRow } from './db'

/** A commit before its log lines are chained to what stands in the database. */
export interface Draft {
  readonly id: string
  readonly reviewId: string
  readonly at: number
  readonly parts: Commit['parts']
  /** The lines of this commit, following `heads`. */
  readonly log: (heads: readonly string[]) => LogLine[]
  /** True when the lines were written elsewhere and may stand before those here. */
  readonly isForeign?: boolean
  /** False when the journal has it already. */
  readonly isPending: boolean
  readonly row: LibraryRow | null
}

export interface Stored {
  readonly commit: Commit
  /** The heads of the log behind it. */
  readonly heads: readonly string[]
}

/** Told when the database holds nothing of a review that is open: it was reset behind our back. */
export const DATABASE_RESET = 'database-reset'

/** The heads after `lines` were added to a log whose heads are `heads`. */
export function follow(heads: readonly string[], lines: readonly LogLine[]): string[] {
  return headsOf([...heads.map(headOnly), ...lines])
}

const headOnly = (hash: string): LogLine => ({ hash, entry: { prev: [] } as unknown as LogLine['entry'] })

/**
 * STO2: stores one commit with its log lines in one transaction: head read, lines hashed and added within it, so that windows never fork the chain.
 * Storing it twice is as good as once. `isKnown`: the review has been stored here before; then its absence fails with `DATABASE_RESET`.
 */
export async function storeCommit(db: ReviewDatabase, draft: Draft, isKnown: boolean): Promise<Stored> {
  const { id, reviewId, at, isPending } = draft
  return db.transaction('rw', db.commits, db.log, db.meta, async () => {
    const there = await db.commits.where('id').equals(id).first()
    const meta = await db.meta.get(reviewId)
    if (there) return { commit: bare(there), heads: meta?.heads ?? [] }
    if (!meta && isKnown) throw new Error(DATABASE_RESET)
    const heads = meta?.heads ?? []
    const log = draft.log(heads)
    const commit: Commit = { id, reviewId, at, parts: draft.parts.map(ownBytes), log }
    await db.commits.add({ ...commit, ...(isPending && { pending: 1 as const }) })
    if (log.length > 0) await db.log.bulkPut(log.map((line) => ({ ...line, reviewId })))
    const nextHeads = draft.isForeign ? headsOf(await db.log.where('reviewId').equals(reviewId).toArray()) : follow(heads, log)
    await db.meta.put({
      reviewId,
      heads: nextHeads,
      row: draft.row ?? meta?.row ?? null,
      updatedAt: Math.max(meta?.updatedAt ?? 0, at),
    })
    return { commit, heads: nextHeads }
  })
}

/** A view is stored with the whole buffer it lies in: cut it out. */
function ownBytes(part: Commit['parts'][number]): Commit['parts'][number] {
  return { docId: part.docId, update: part.update.slice() }
}

function bare({ id, reviewId, at, parts, log }: CommitRow): Commit {
  return { id, reviewId, at, parts, log }
}

const after = (reviewId: string, seq: number) => [[reviewId, seq], [reviewId, Dexie.maxKey], false, true] as const

/**
 * What a window reads that has seen everything up to `seq`: a snapshot if the commits behind `seq` are no longer all there, then the rest.
 * A database that does not reach up to `seq` was emptied meanwhile: everything is read.
 */
export async function readAfter(
  db: ReviewDatabase,
  reviewId: string,
  seq: number,
): Promise<{ snapshot: SnapshotRow | null; rows: CommitRow[]; lastSeq: number }> {
  return db.transaction('r', db.commits, db.snapshots, async () => {
    const newest = await newestSnapshot(db, reviewId)
    const last = await db.commits
      .where('[reviewId+seq]')
      .between(...after(reviewId, 0))
      .last()
    const lastSeq = Math.max(last?.seq ?? 0, newest?.upTo ?? 0)
    const from = lastSeq < seq ? 0 : seq
    return { snapshot: newest && newest.upTo > from ? newest : null, rows: await commitsAfter(db, reviewId, from), lastSeq }
  })
}

export async function commitsAfter(db: ReviewDatabase, reviewId: string, seq: number): Promise<CommitRow[]> {
  return db.commits
    .where('[reviewId+seq]')
    .between(...after(reviewId, seq))
    .toArray()
}

export async function snapshotsOf(db: ReviewDatabase, reviewId: string): Promise<SnapshotRow[]> {
  return db.snapshots.where('[reviewId+generation]').between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]).toArray()
}

async function newestSnapshot(db: ReviewDatabase, reviewId: string): Promise<SnapshotRow | null> {
  return (await snapshotsOf(db, reviewId)).at(-1) ?? null
}

/** Commits that the journal has not acknowledged, in order. */
export async function pendingCommits(db: ReviewDatabase, reviewId: string): Promise<CommitRow[]> {
  return db.commits.where('[reviewId+pending]').equals([reviewId, 1]).sortBy('seq')
}

/** STO3: notes that the journal has these commits, so that they are not sent again. */
export async function markSent(db: ReviewDatabase, ids: readonly string[]): Promise<void> {
  await db.commits
    .where('id')
    .anyOf(ids)
    .modify((row: { pending?: 1 }) => {
      delete row.pending
    })
}

export async function readLog(db: ReviewDatabase, reviewId: string): Promise<LogLine[]> {
  const rows = await db.log.where('reviewId').equals(reviewId).toArray()
  return rows.map(({ hash, entry, payload }) => ({ hash, entry, ...(payload && { payload }) }))
}

/** Removes everything of a review from this browser. */
export async function forgetReview(db: ReviewDatabase, reviewId: string): Promise<void> {
  await db.transaction('rw', db.commits, db.snapshots, db.log, db.meta, async () => {
    await db.commits.where('[reviewId+seq]').between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]).delete()
    await db.snapshots.where('[reviewId+generation]').between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]).delete()
    await db.log.where('reviewId').equals(reviewId).delete()
    await db.meta.delete(reviewId)
  })
}
