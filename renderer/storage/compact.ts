import { Dexie } from 'dexie'
import { snapshotsOf } from './commits'
import type { ReviewDatabase, SnapshotRow } from './db'
import { applyParts, emptyDocs, hashBytes, isWhole, loadReview } from './load'
import { isEqualBytes, wholeParts } from './replica'

/**
 * STO12: replaces old commits by a snapshot that was read back, in one transaction: cut short, the old state stands.
 * The snapshot before and its commits are kept. Deleted text is not: it is made from fresh documents.
 */
export async function compact(db: ReviewDatabase, reviewId: string, at: number): Promise<void> {
  const { docs, lastSeq, isDamaged } = await loadReview(db, reviewId)
  if (isDamaged) return
  const parts = wholeParts(docs).map((part) => ({ ...part, sha512: hashBytes(part.update) }))
  const again = emptyDocs()
  applyParts(again, parts)
  const isSame = wholeParts(again).every(({ update }, index) => isEqualBytes(update, parts[index]?.update))
  if (!isSame) throw new Error('a snapshot does not hold what it was made from')
  await storeSnapshot(db, { reviewId, upTo: lastSeq, at, parts })
}

/** Compaction in one window at a time; where another one does it, nothing is done. */
export async function compactAlone(db: ReviewDatabase, reviewId: string, at: number): Promise<void> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  if (!locks) return compact(db, reviewId, at)
  await locks.request(`${db.name}:${reviewId}:compaction`, { ifAvailable: true }, (lock) =>
    lock ? compact(db, reviewId, at) : undefined,
  )
}

/** Makes a snapshot of what was saved from a damaged database the newest one; what it was saved from goes. */
export async function mendDatabase(db: ReviewDatabase, snapshot: Omit<SnapshotRow, 'generation'>): Promise<void> {
  await storeSnapshot(db, snapshot)
}

async function storeSnapshot(db: ReviewDatabase, snapshot: Omit<SnapshotRow, 'generation'>): Promise<void> {
  const { reviewId, upTo } = snapshot
  await db.transaction('rw', db.commits, db.snapshots, async () => {
    const old = await snapshotsOf(db, reviewId)
    const newest = old.at(-1)
    const before = old.findLast(isWhole)
    if (before && before.upTo >= upTo && before === newest) return
    await db.snapshots.add({ ...snapshot, generation: (newest?.generation ?? 0) + 1 })
    const written = (await snapshotsOf(db, reviewId)).at(-1)
    if (!written || !isWhole(written)) throw new Error('a snapshot could not be read back')
    const leaving = old.filter((one) => one !== before).map((one): [string, number] => [reviewId, one.generation])
    await db.snapshots.bulkDelete(leaving)
    await db.commits
      .where('[reviewId+seq]')
      .between([reviewId, Dexie.minKey], [reviewId, before?.upTo ?? 0], true, true)
      .delete()
  })
}
