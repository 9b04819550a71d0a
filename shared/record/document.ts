import * as Y from 'yjs'
import type { z } from 'zod'
import { type Change, type Json, type VerbDoc, isEqual } from '../review/change'
import { SCHEMA_VERSION } from '../review/review'
import { atOnce, deskAtOnce } from './at-once'
import { keyOfList, listHolds, withLists, writeList } from './lists'
import { type DeskState, type RecordState, deskCollections, recordCollections } from './state'

/** The Yjs documents that verbs write. */
export type VerbDocs = Readonly<Record<VerbDoc, Y.Doc>>

/** An entity that does not fit its schema: shown nowhere, kept in the document, reported. */
export interface Unreadable {
  readonly collection: string
  readonly id: string
}

/**
 * Applies the changes of one verb, one transaction per document, marked with `origin`.
 * Entities are Y.Maps in a top-level Y.Map per collection; a field is a register, the last writer wins; so is each entry of a list (DOC6).
 */
export function applyChanges(docs: VerbDocs, changes: readonly Change[], origin: unknown): void {
  for (const name of ['record', 'desk'] as const) {
    const own = changes.filter((change) => change.doc === name)
    if (own.length > 0) docs[name].transact(() => own.forEach((change) => applyChange(docs[name], change)), origin)
  }
}

function applyChange(doc: Y.Doc, change: Change): void {
  const { path, after } = change
  const [collection, id, field] = path
  const entities = doc.getMap<Y.Map<unknown>>(collection)
  const keyOf = keyOfList(collection, field)
  if (field !== undefined) {
    const entity = entities.get(id) ?? writtenAgain(doc, collection, id)
    if (keyOf && entity) {
      writeList(entity, field, keyOf, change)
      raiseVersion(doc)
    } else if (after === undefined) entity?.delete(field)
    else entity?.set(field, after)
  } else if (after === undefined) entities.delete(id)
  else {
    entities.set(id, new Y.Map(Object.entries(after as Record<string, Json>)))
    if (collection === 'acceptances') raiseVersion(doc)
  }
}

/** STO13: the first version reads neither entries of lists in registers of their own nor what was accepted. */
function raiseVersion(doc: Y.Doc): void {
  if (schemaVersionOf(doc) === 1) theReview(doc)?.set('schemaVersion', SCHEMA_VERSION) // STO13
}

/** What is read of others alone, as an accepted condition that another window removed, is written whole when something is changed in it. */
function writtenAgain(doc: Y.Doc, collection: string, id: string): Y.Map<unknown> | undefined {
  if (!(collection in recordCollections)) return undefined
  const read = readRecord(doc)[collection as keyof RecordState][id]
  if (read) doc.getMap<Y.Map<unknown>>(collection).set(id, new Y.Map(Object.entries(read)))
  return doc.getMap<Y.Map<unknown>>(collection).get(id)
}

/** The value a path has now; undefined when absent. */
export function valueAt(docs: VerbDocs, { doc, path }: Pick<Change, 'doc' | 'path'>): Json | undefined {
  const [collection, id, field] = path
  const entity = docs[doc].getMap<Y.Map<unknown>>(collection).get(id)
  if (!entity) return undefined
  const read = withLists(collection, entity.toJSON())
  return (field === undefined ? read : read[field]) as Json | undefined
}

/** DOC3: a change can be taken back only while what it wrote still stands. */
export function stillHolds(docs: VerbDocs, change: Change): boolean {
  const [collection, id, field] = change.path
  const now = valueAt(docs, change)
  // FB6: what was taken off the desk does not come back there once it is revealed.
  const isOffDesk = change.doc === 'desk' && change.after === undefined
  if (isOffDesk && collection in recordCollections && docs.record.getMap(collection).has(id)) return false
  const keyOf = keyOfList(collection, field)
  // FND8: a step of a life stays once another was taken after it.
  if (!keyOf || field === 'life') return isEqual(now, change.after)
  return docs[change.doc].getMap(collection).has(id) && listHolds(now, keyOf, change)
}

export function readRecord(doc: Y.Doc, problems: Unreadable[] = []): RecordState {
  return atOnce(readCollections(doc, recordCollections, problems) as unknown as RecordState) // DOC4
}

export function readDesk(doc: Y.Doc, problems: Unreadable[] = []): DeskState {
  return deskAtOnce(readCollections(doc, deskCollections, problems) as unknown as DeskState) // DOC4
}

function readCollections(doc: Y.Doc, schemas: Record<string, z.ZodType>, problems: Unreadable[]): Record<string, unknown> {
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, readCollection(doc, schemas, name, problems)]))
}

function readCollection(
  doc: Y.Doc,
  schemas: Record<string, z.ZodType>,
  name: string,
  problems: Unreadable[],
): Record<string, unknown> {
  const entities: Record<string, unknown> = {}
  doc.getMap<unknown>(name).forEach((value, id) => {
    const entity = readEntity(schemas, name, value)
    if (entity === undefined) problems.push({ collection: name, id })
    else entities[id] = entity
  })
  return entities
}

function readEntity(schemas: Record<string, z.ZodType>, name: string, value: unknown): unknown {
  const parsed = schemas[name]?.safeParse(value instanceof Y.Map ? withLists(name, value.toJSON()) : value)
  return parsed?.success ? parsed.data : undefined
}

/**
 * Keeps a state equal to its document and tells `onState` after every transaction that touched it.
 * Only touched entities are read again, so that selectors see unchanged ones as the same objects.
 * @returns a function that stops it.
 */
export function followRecord(doc: Y.Doc, onState: (state: RecordState) => void): () => void {
  let before: Parameters<typeof atOnce>[1]
  return follow(doc, recordCollections, (state) => {
    const raw = state as unknown as RecordState
    before = { raw, read: atOnce(raw, before) } // DOC4
    onState(before.read)
  })
}

export function followDesk(doc: Y.Doc, onState: (state: DeskState) => void): () => void {
  let before: Parameters<typeof deskAtOnce>[1]
  return follow(doc, deskCollections, (state) => {
    const raw = state as unknown as DeskState
    before = { raw, read: deskAtOnce(raw, before) } // DOC4
    onState(before.read)
  })
}

function follow(doc: Y.Doc, schemas: Record<string, z.ZodType>, onState: (state: Record<string, unknown>) => void): () => void {
  let state = readCollections(doc, schemas, [])
  let touched = new Map<string, Set<string>>()
  onState(state)

  // A path of one step is a field of an entity; an empty path is the collection itself.
  const observers = Object.keys(schemas).map((name) => {
    const entities = doc.getMap<unknown>(name)
    const note = (events: readonly Y.YEvent<Y.Map<unknown>>[]): void => {
      const ids = touched.get(name) ?? new Set<string>()
      for (const { path, keys } of events) for (const key of path.length > 0 ? [path[0]] : keys.keys()) ids.add(String(key))
      touched.set(name, ids)
    }
    entities.observeDeep(note as Parameters<typeof entities.observeDeep>[0])
    return () => entities.unobserveDeep(note as Parameters<typeof entities.observeDeep>[0])
  })

  const onTransaction = (): void => {
    if (touched.size === 0) return
    state = { ...state }
    for (const [name, ids] of touched) {
      const entities = { ...(state[name] as Record<string, unknown>) }
      for (const id of ids) {
        const entity = readEntity(schemas, name, doc.getMap(name).get(id))
        if (entity === undefined) delete entities[id]
        else entities[id] = entity
      }
      state[name] = entities
    }
    touched = new Map()
    onState(state)
  }
  doc.on('afterTransaction', onTransaction)
  return () => {
    doc.off('afterTransaction', onTransaction)
    observers.forEach((stop) => stop())
  }
}

/** The schema version a record was last written with; 0 for an empty document. */
export function schemaVersionOf(record: Y.Doc): number {
  const version = theReview(record)?.get('schemaVersion')
  return typeof version === 'number' ? version : 0
}

function theReview(record: Y.Doc): Y.Map<unknown> | undefined {
  return record.getMap<Y.Map<unknown>>('review').get('review')
}

/** A fresh document holding what `updates` describe, loaded in one transaction (faster than merging, and drops deleted text). */
export function loadDoc(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), 'load')
  return doc
}
