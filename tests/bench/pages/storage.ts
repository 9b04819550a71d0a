import { decodeAny } from 'lib0/buffer'
import * as Y from 'yjs'
import { z } from 'zod'
import { connectHost } from '../../../renderer/host'
import { compact } from '../../../renderer/storage/compact'
import { type CommitRow, reviewDatabase, type ReviewDatabase, type SnapshotRow } from '../../../renderer/storage/db'
import { folderDatabase } from '../../../renderer/storage/folder-database'
import { openReview, openStorage } from '../../../renderer/storage/review-storage'
import { type Commit, docIds } from '../../../shared/record/commit'
import { headsOf } from '../../../shared/record/log'

z.config({ jitless: true })
const COMPACT_AT = 500

/** Leaves in the database what the app leaves behind after these commits, compaction included. */
async function fill(reviewId: string, address: string): Promise<void> {
  const commits = decodeAny(new Uint8Array(await (await fetch(address)).arrayBuffer())) as Commit[]
  const db = reviewDatabase(await folderDatabase(connectHost()))
  await db.open()
  for (let at = 0; at < commits.length; at += COMPACT_AT) {
    await storeChunk(db, commits.slice(at, at + COMPACT_AT))
    // The last ones wait for their compaction, as they do when a window is closed.
    if (at + COMPACT_AT < commits.length) await compact(db, reviewId, at)
  }
  const heads = headsOf(commits.flatMap(({ log }) => log))
  await db.meta.put({ reviewId, heads, row: null, updatedAt: commits.length })
  db.close()
}

async function storeChunk(db: ReviewDatabase, commits: readonly Commit[]): Promise<void> {
  await db.transaction('rw', db.commits, db.log, async () => {
    // A view is stored with the whole buffer it lies in.
    const own = ({ docId, update }: Commit['parts'][number]) => ({ docId, update: update.slice() })
    await db.commits.bulkAdd(commits.map((commit) => ({ ...commit, parts: commit.parts.map(own) })))
    await db.log.bulkPut(commits.flatMap(({ log, reviewId }) => log.map((line) => ({ ...line, reviewId }))))
  })
}

/** The least that opens a review: reads what is there and applies it; answers how long it took, in ms. */
async function readAndApply(reviewId: string): Promise<number> {
  const name = await folderDatabase(connectHost())
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
  })
  const began = performance.now()
  const transaction = database.transaction(['commits', 'snapshots', 'log', 'meta'], 'readonly')
  const all = <Row>(store: string, index: string | null, range: IDBKeyRange) =>
    new Promise<Row[]>((resolve) => {
      const from = transaction.objectStore(store)
      const request = (index === null ? from : from.index(index)).getAll(range)
      request.onsuccess = () => resolve(request.result as Row[])
    })
  const whole = IDBKeyRange.bound([reviewId, -Infinity], [reviewId, []])
  const [snapshots, rows] = await Promise.all([
    all<SnapshotRow>('snapshots', null, whole),
    all<CommitRow>('commits', '[reviewId+seq]', whole),
    all('log', 'reviewId', IDBKeyRange.only(reviewId)),
    all('meta', null, IDBKeyRange.only(reviewId)),
  ])
  const newest = snapshots.at(-1)
  const behind = rows.filter(({ seq = 0 }) => seq > (newest?.upTo ?? 0))
  const parts = [...(newest?.parts ?? []), ...behind.flatMap((row) => row.parts)]
  for (const docId of docIds) {
    const doc = new Y.Doc()
    doc.transact(() => parts.forEach((part) => part.docId === docId && Y.applyUpdate(doc, part.update)))
  }
  const took = performance.now() - began
  database.close()
  return took
}

/** Opens a review as the app does, without showing it; answers how long it took, in ms. */
async function openDocuments(reviewId: string): Promise<number> {
  const host = connectHost()
  const storage = await openStorage(host, { name: await folderDatabase(host) })
  await storage.host.call('device:read', {})
  const began = performance.now()
  const opened = await openReview(storage, reviewId)
  const took = performance.now() - began
  if (!opened.ok) throw new Error(opened.error.message)
  await opened.value.close()
  storage.db.close()
  return took
}

Object.assign(window, { storage: { fill, readAndApply, openDocuments } })
