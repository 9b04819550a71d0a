import { Dexie, type Table } from 'dexie'
import type { Commit, DocId, LogLine } from '../../shared/record/commit'
import type { LibraryRow } from '../../shared/record/library-row'

/** A commit as this browser keeps it. Rows are only added, and removed by compaction. */
export interface CommitRow extends Commit {
  /** Given by the database: a later commit has a higher one. */
  readonly seq?: number
  /** Present until the journal has it too. */
  readonly pending?: 1
}

/** Everything up to a commit, as one update per document. */
export interface SnapshotRow {
  readonly reviewId: string
  readonly generation: number
  /** The last commit in it. */
  readonly upTo: number
  readonly at: number
  readonly parts: readonly { readonly docId: DocId; readonly update: Uint8Array; readonly sha512: string }[]
}

interface LogRow extends LogLine {
  readonly reviewId: string
}

/** One per review. Its absence while a review is open shows that the database was reset. */
export interface MetaRow {
  readonly reviewId: string
  /** Hashes of the log lines that nothing follows yet. */
  readonly heads: readonly string[]
  /** The library's row as of the last verb, for when the host does not answer. */
  readonly row: LibraryRow | null
  readonly updatedAt: number
}

/** Key of the meta row that shows the database to be the one that was used before. */
export const MARKER = ''

/** This browser's copy of all reviews. Tables: see the row types. */
export type ReviewDatabase = Dexie & {
  readonly commits: Table<CommitRow, number>
  readonly snapshots: Table<SnapshotRow, [string, number]>
  readonly log: Table<LogRow, [string, string]>
  readonly meta: Table<MetaRow, string>
}

export interface DatabaseOptions {
  readonly indexedDB?: IDBFactory
}

/** The database, not yet opened. Versions below are never edited, only added to. */
export function reviewDatabase(name: string, { indexedDB }: DatabaseOptions = {}): ReviewDatabase {
  // STO1: an acknowledged transaction is on the disk.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...(indexedDB && { indexedDB }) }) as ReviewDatabase
  db.version(1).stores({
    commits: '++seq, &id, [reviewId+seq], [reviewId+pending]',
    snapshots: '[reviewId+generation]',
    log: '[reviewId+hash], reviewId',
    meta: 'reviewId',
  })
  return db
}
