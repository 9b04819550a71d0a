import { encodeAny } from 'lib0/buffer'
import * as Y from 'yjs'
import { type Commit, type DocId, docIds, type LogLine } from '../../../shared/record/commit'
import { type CommitFrame, encodeFrame, frameOf, type ReadFrame, type SnapshotFrame } from './frame'

/** The host's copy of one review in memory. Commits wait as bytes until somebody needs the documents. */
export interface ReviewCopy {
  readonly reviewId: string
  readonly docs: Readonly<Record<DocId, Y.Doc>>
  readonly log: LogLine[]
  readonly logHashes: Set<string>
  readonly commitIds: Set<string>
  readonly waiting: { readonly docId: DocId; readonly update: Uint8Array }[]
  /** JRN10: payloads of frames of a newer program or with updates that Yjs refuses: kept as they are. */
  readonly kept: Uint8Array[]
  updatedAt: number
  /** How many updates Yjs refused. */
  refused: number
}

export function emptyCopy(reviewId: string): ReviewCopy {
  const docs = { record: new Y.Doc(), minutes: new Y.Doc(), desk: new Y.Doc() }
  return { reviewId, docs, log: [], logHashes: new Set(), commitIds: new Set(), waiting: [], kept: [], updatedAt: 0, refused: 0 }
}

/** Adds what a frame holds; order does not matter and twice is as good as once (JRN5). */
export function addFrame(copy: ReviewCopy, frame: ReadFrame): void {
  if (frame.value?.kind === 'commit') addCommit(copy, frame.value.commit)
  else if (frame.value?.kind === 'snapshot') addSnapshot(copy, frame.value)
  else copy.kept.push(frame.bytes)
}

function addSnapshot(copy: ReviewCopy, snapshot: SnapshotFrame): void {
  copy.waiting.push(...snapshot.docs)
  for (const line of snapshot.log) addLogLine(copy, line)
  for (const id of snapshot.commitIds) copy.commitIds.add(id)
  copy.updatedAt = Math.max(copy.updatedAt, snapshot.updatedAt)
}

export function addCommit(copy: ReviewCopy, commit: Commit): void {
  if (copy.commitIds.has(commit.id)) return
  copy.commitIds.add(commit.id)
  copy.waiting.push(...commit.parts)
  for (const line of commit.log) addLogLine(copy, line)
  copy.updatedAt = Math.max(copy.updatedAt, commit.at)
}

function addLogLine(copy: ReviewCopy, line: LogLine): void {
  if (copy.logHashes.has(line.hash)) return
  copy.logHashes.add(line.hash)
  copy.log.push(line)
}

/** The documents with everything applied, each in one transaction: applying one by one outside costs an event each (JRN6). */
export function currentDocs(copy: ReviewCopy): Readonly<Record<DocId, Y.Doc>> {
  const waiting = copy.waiting.splice(0)
  for (const docId of docIds) {
    const updates = waiting.filter((part) => part.docId === docId)
    if (updates.length > 0) copy.docs[docId].transact(() => updates.forEach(({ update }) => applyOrKeep(copy, docId, update)))
  }
  return copy.docs
}

function applyOrKeep(copy: ReviewCopy, docId: DocId, update: Uint8Array): void {
  try {
    Y.applyUpdate(copy.docs[docId], update)
  } catch {
    copy.refused++
    const commit = {
      id: `kept-${copy.reviewId}-${copy.kept.length}`,
      reviewId: copy.reviewId,
      at: copy.updatedAt,
      parts: [{ docId, update }],
      log: [],
    }
    copy.kept.push(encodeAny({ kind: 'commit', commit } satisfies CommitFrame))
  }
}

/** True when changes wait for others that were never read. */
export function isWaitingForOthers(copy: ReviewCopy): boolean {
  const docs = currentDocs(copy)
  return docIds.some((docId) => docs[docId].store.pendingStructs !== null || docs[docId].store.pendingDs !== null)
}

/** How many of the latest commit ids a snapshot carries: far more than a window ever has unanswered. */
const REMEMBERED_IDS = 5_000

/** The frames with which a new generation begins. */
export function snapshotFrames(copy: ReviewCopy): Uint8Array[] {
  const docs = currentDocs(copy)
  const snapshot = encodeFrame({
    kind: 'snapshot',
    reviewId: copy.reviewId,
    updatedAt: copy.updatedAt,
    docs: docIds.map((docId) => ({ docId, update: Y.encodeStateAsUpdate(docs[docId]) })),
    log: copy.log,
    commitIds: [...copy.commitIds].slice(-REMEMBERED_IDS),
  })
  return [snapshot, ...copy.kept.map(frameOf)]
}
