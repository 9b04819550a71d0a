import * as Y from 'yjs'
import { type Commit, docIds, type LogLine } from '../../shared/record/commit'
import type { Docs, Part } from './collect'
import type { Opened } from './journal-link'

/** State vectors of the three documents. */
export function stateVectors(docs: Docs): Opened['has'] {
  return docIds.map((docId) => ({ docId, stateVector: Y.encodeStateVector(docs[docId]) }))
}

/** Everything the documents hold. */
export function wholeParts(docs: Docs): Part[] {
  return docIds
    .map((docId) => ({ docId, update: Y.encodeStateAsUpdate(docs[docId]) }))
    .filter(({ update }) => !isEmptyUpdate(update))
}

/**
 * STO10: what the journal lacks of the documents; call it after its parts were applied.
 * A state vector does not tell about deletions, so those are compared too: the journal's parts carry all of its own.
 */
export function partsLacking(docs: Docs, { has, parts }: Opened): Part[] {
  return docIds.flatMap((docId) => {
    const doc = docs[docId]
    const vector = has.find((one) => one.docId === docId)?.stateVector ?? new Uint8Array([0])
    const theirs = Y.decodeStateVector(vector)
    const lacksStructs = [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
      ([client, clock]) => clock > (theirs.get(client) ?? 0),
    )
    const update = parts.find((one) => one.docId === docId)?.update
    const deleted = update ? Y.decodeUpdate(update).ds : Y.createDeleteSet()
    const lacksDeletions = !Y.equalDeleteSets(Y.createDeleteSetFromStructStore(doc.store), deleted)
    return lacksStructs || lacksDeletions ? [{ docId, update: Y.encodeStateAsUpdate(doc, vector) }] : []
  })
}

export function linesLacking(mine: readonly LogLine[], theirs: readonly LogLine[]): LogLine[] {
  const known = new Set(theirs.map(({ hash }) => hash))
  return mine.filter(({ hash }) => !known.has(hash))
}

/** A commit of what one copy lacks; null when that is nothing. */
export function mendingCommit(
  { id, reviewId, at }: Pick<Commit, 'id' | 'reviewId' | 'at'>,
  parts: readonly Part[],
  log: readonly LogLine[],
): Commit | null {
  return parts.length === 0 && log.length === 0 ? null : { id, reviewId, at, parts: [...parts], log: [...log] }
}

/** An update that says nothing: no structs, no deletions. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

export function isEqualBytes(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return left.length === right?.length && left.every((byte, at) => byte === right[at])
}
