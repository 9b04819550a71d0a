import * as Y from 'yjs'
import type { ReviewCopy } from '../../../electron/host/journal/review-copy'
import { currentDocs } from '../../../electron/host/journal/review-copy'
import type { Commit, LogLine } from '../../../shared/record/commit'

export const REVIEW = 'review-0001'

/** A writer of commits, each with its own word in all three documents and one log line. */
export function createWriter(reviewId = REVIEW): { next: (word: string) => Commit } {
  const docs = { record: new Y.Doc(), minutes: new Y.Doc(), desk: new Y.Doc() }
  let count = 0
  return {
    next(word) {
      const parts = (['record', 'minutes', 'desk'] as const).map((docId) => {
        const before = Y.encodeStateVector(docs[docId])
        docs[docId].getMap(`words`).set(word, count)
        return { docId, update: Y.encodeStateAsUpdate(docs[docId], before) }
      })
      return { id: `commit-${word}`, reviewId, at: 1_000 + count++, parts, log: [logLine(word)] }
    },
  }
}

export function logLine(word: string): LogLine {
  const hash = Buffer.from(word.padEnd(64, '.')).toString('hex').slice(0, 128)
  return { hash, entry: { at: 1, actor: 'a', operator: 'b', verb: `say-${word}`, payloadHash: hash, prev: [] } }
}

/** The words that a copy holds in every document and in its log. */
export function wordsOf(copy: ReviewCopy): string[] {
  const docs = currentDocs(copy)
  const inLog = new Set(copy.log.map(({ entry }) => entry.verb.slice(4)))
  return [...docs.record.getMap('words').keys()]
    .filter((word) => docs.minutes.getMap('words').has(word) && docs.desk.getMap('words').has(word) && inLog.has(word))
    .sort()
}
