import type * as Y from 'yjs'
import { type Json, isEqual } from '../review/change'
import { compare } from '../review/fields'
import { hashText } from './log'

type Fields = Readonly<Record<string, Json | undefined>>
type KeyOf = (entry: Json) => string

const word = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
const itself: KeyOf = (entry) => word(entry)
/** ARC2: names of registers outlive what is deleted, and so hold no text. */
const sealed = (text: string): string => hashText(text).slice(0, 32)
const byText: KeyOf = (entry) => sealed(word(entry))
const by =
  (...fields: readonly string[]): KeyOf =>
  (entry) =>
    fields.map((field) => word((entry as Fields)[field])).join(' ')

/**
 * DOC6: the lists that windows may change at once, and what tells their entries apart. Every other list is one thing, as the levels of a
 * criterion are, and changes as a whole.
 */
const lists: Readonly<Record<string, Readonly<Record<string, KeyOf>>>> = {
  people: { roles: itself },
  agenda: { materialIds: itself },
  preparations: { materialIds: itself },
  feedback: {
    life: (entry) => `${by('at', 'act', 'byId', 'disposition', 'duplicateOf')(entry)} ${sealed(by('note')(entry))}`,
  },
  decisions: {
    ...{ deciderIds: itself, options: byText },
    ...{ dissents: by('personId'), appraisals: by('personId'), waivers: by('feedbackId') },
  },
  actions: { supporters: by('personId') },
}

export function keyOfList(collection: string, field: string | undefined): KeyOf | undefined {
  return field === undefined ? undefined : lists[collection]?.[field]
}

interface Placed {
  readonly key: string
  /** Entries stand in the order of their places; those that windows put in the same place, in that of their keys. */
  readonly place: number
  readonly entry: Json
}

/** A list as it is written: what the entity came with, and each entry that was changed since, in a register of its own; null: taken out. */
function placedIn(written: Readonly<Record<string, unknown>>, field: string, keyOf: KeyOf): Placed[] {
  const first = (written[field] ?? []) as readonly Json[]
  const entries = new Map(first.map((entry, place): [string, Placed] => [keyOf(entry), { key: keyOf(entry), place, entry }]))
  for (const [name, register] of Object.entries(written)) {
    if (!name.startsWith(`${field}/`)) continue
    const key = name.slice(field.length + 1)
    if (register === null) entries.delete(key)
    else {
      const [place, entry] = register as [number, Json]
      entries.set(key, { key, place, entry })
    }
  }
  return [...entries.values()].sort((left, right) => compare(left.place, right.place) || compare(left.key, right.key))
}

/** The fields of an entity as they are read: DOC6, its lists put together of their registers. */
export function withLists(collection: string, written: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(written)
  const own = names.filter((name) => name.includes('/'))
  if (own.length === 0) return written
  const fields = new Set(own.map((name) => name.slice(0, name.indexOf('/'))))
  const read = Object.fromEntries(names.filter((name) => !own.includes(name)).map((name) => [name, written[name]]))
  for (const field of fields) {
    const keyOf = keyOfList(collection, field)
    if (keyOf) read[field] = placedIn(written, field, keyOf).map(({ entry }) => entry) // DOC6
  }
  return read
}

const entriesByKey = (list: Json | undefined, keyOf: KeyOf): Map<string, Json> =>
  new Map(((list ?? []) as readonly Json[]).map((entry) => [keyOf(entry), entry]))

/** DOC6: writes what differs between two forms of a list, and nothing of what another window wrote in it. */
export function writeList(
  entity: Y.Map<unknown>,
  field: string,
  keyOf: KeyOf,
  { before, after }: { readonly before: Json | undefined; readonly after: Json | undefined },
): void {
  const [was, next] = [entriesByKey(before, keyOf), entriesByKey(after, keyOf)]
  for (const key of was.keys()) if (!next.has(key)) entity.set(`${field}/${key}`, null)
  const known = placedIn(entity.toJSON(), field, keyOf)
  let last = -Infinity
  for (const [key, entry] of next) {
    const own = known.find((one) => one.key === key)
    // What another window took out since stays out.
    const isTakenOut = own === undefined && entity.get(`${field}/${key}`) === null
    if (isTakenOut && isEqual(was.get(key), entry)) continue
    const isInPlace = own !== undefined && own.place > last
    const place = isInPlace ? own.place : placeAfter(last, known)
    if (!isInPlace || !isEqual(was.get(key), entry)) entity.set(`${field}/${key}`, [place, entry]) // DOC6
    last = place
  }
}

/** Between the place before and the one that follows it, behind all where none does. */
function placeAfter(last: number, known: readonly Placed[]): number {
  const following = known.find(({ place }) => place > last)?.place
  if (following === undefined) return last === -Infinity ? 0 : last + 1
  return last === -Infinity ? following - 1 : (last + following) / 2
}

/** DOC3: whether what a change of a list wrote still stands, whatever else is in the list now. */
export function listHolds(
  now: Json | undefined,
  keyOf: KeyOf,
  { before, after }: { readonly before: Json | undefined; readonly after: Json | undefined },
): boolean {
  const [was, next, there] = [before, after, now].map((list) => entriesByKey(list, keyOf))
  return [...new Set([...(was?.keys() ?? []), ...(next?.keys() ?? [])])]
    .filter((key) => !isEqual(was?.get(key), next?.get(key)))
    .every((key) => isEqual(there?.get(key), next?.get(key))) // DOC3
}
