import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as Y from 'yjs'
import { docIds } from '../../shared/record/commit'
import type { Docs, Part } from './collect'
import { STORED } from './collect'
import { commitsAfter, snapshotsOf } from './commits'
import type { CommitRow, MetaRow, ReviewDatabase, SnapshotRow } from './db'

/** What the database had of a review. */
export interface LoadedReview {
  readonly docs: Docs
  /** The last commit that was read. */
  readonly lastSeq: number
  readonly commits: number
  readonly meta: MetaRow | null
  /** Something could not be read: the journal has to fill the gap. */
  readonly isDamaged: boolean
}

export function emptyDocs(): Docs {
  return { record: new Y.Doc(), minutes: new Y.Doc(), desk: new Y.Doc() }
}

/** STO8: applies stored updates, each document in one transaction, marked as stored. Throws on the first that is none. */
export function applyParts(docs: Docs, parts: readonly Part[]): void {
  for (const docId of docIds) {
    const own = parts.filter((part) => part.docId === docId)
    if (own.length > 0)
      docs[docId].transact(() => own.forEach(({ update }) => Y.applyUpdate(docs[docId], update, STORED)), STORED)
  }
}

export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha512(bytes))

/** Loads a review from the database: the newest snapshot that is whole, and every commit behind it. */
export async function loadReview(db: ReviewDatabase, reviewId: string): Promise<LoadedReview> {
  const { snapshots, rows, meta } = await db.transaction('r', db.commits, db.snapshots, db.meta, async () => ({
    snapshots: await snapshotsOf(db, reviewId),
    rows: await commitsAfter(db, reviewId, 0),
    meta: (await db.meta.get(reviewId)) ?? null,
  }))
  const lastSeq = rows.at(-1)?.seq ?? snapshots.at(-1)?.upTo ?? 0
  const base = { lastSeq, meta }
  // STO9: a garbled snapshot falls back to the one before, whose commits are still there.
  const newest = snapshots.findLast(isWhole)
  const behind = rows.filter(({ seq = 0 }) => seq > (newest?.upTo ?? 0))
  const isDamaged = newest !== snapshots.at(-1)
  try {
    const docs = emptyDocs()
    applyParts(docs, [...(newest?.parts ?? []), ...behind.flatMap(({ parts }) => parts)])
    return { ...base, docs, commits: behind.length, isDamaged }
  } catch {
    const docs = emptyDocs()
    applyParts(docs, [...(newest?.parts ?? []), ...behind.filter(isReadable).flatMap(({ parts }) => parts)])
    return { ...base, docs, commits: behind.length, isDamaged: true }
  }
}

export function isWhole({ parts }: SnapshotRow): boolean {
  return parts.every(({ update, sha512: expected }) => hashBytes(update) === expected)
}

/** DOC1: all parts of a commit or none. */
export function isReadable({ parts }: Pick<CommitRow, 'parts'>): boolean {
  try {
    parts.forEach(({ update }) => Y.decodeUpdate(update))
    return true
  } catch {
    return false
  }
}
