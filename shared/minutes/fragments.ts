import { getSchema, type JSONContent } from '@tiptap/core'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { minutesExtensions } from './extensions'

/** Version of the minutes' schema. Raised when a node or mark is added that this program does not know. */
export const MINUTES_SCHEMA_VERSION = 1

/** Name of the fragment of an agenda item, or of what belongs to none (null). */
export function fragmentName(itemId: string | null): string {
  return itemId === null ? 'general' : `item:${itemId}`
}

/** The shared text of an agenda item. */
export function minutesFragment(minutes: Y.Doc, itemId: string | null): Y.XmlFragment {
  return minutes.getXmlFragment(fragmentName(itemId))
}

/** Agenda items that have a fragment, whether or not anything stands in it. */
export function itemsWithMinutes(minutes: Y.Doc): string[] {
  return [...minutes.share.keys()].flatMap((name) => (name.startsWith('item:') ? name.slice(5) : []))
}

/** ProseMirror JSON of a fragment; read-only, also for nodes this program does not know. */
export function minutesJson(fragment: Y.XmlFragment): JSONContent {
  return yXmlFragmentToProsemirrorJSON(fragment) as JSONContent
}

let known: { nodes: ReadonlySet<string>; marks: ReadonlySet<string> } | undefined

function knownNames(): NonNullable<typeof known> {
  if (known) return known
  const schema = getSchema(minutesExtensions({ urlOf: () => '' }))
  return (known = { nodes: new Set(Object.keys(schema.nodes)), marks: new Set(Object.keys(schema.marks)) })
}

/**
 * MIN3: whether an editor may be bound to the fragment. An editor removes from the shared text what its schema lacks,
 * so anything newer or foreign is only ever read.
 */
export function isEditable(minutes: Y.Doc, fragment: Y.XmlFragment): boolean {
  const version = minutes.getMap('meta').get('schemaVersion')
  if (typeof version === 'number' && version > MINUTES_SCHEMA_VERSION) return false
  const { nodes, marks } = knownNames()
  const isKnown = (node: JSONContent): boolean =>
    nodes.has(node.type ?? '') && (node.marks ?? []).every(({ type }) => marks.has(type)) && (node.content ?? []).every(isKnown)
  return (minutesJson(fragment).content ?? []).every(isKnown)
}

/** True when nothing was written. */
export function isEmptyMinutes(json: JSONContent): boolean {
  return (json.content ?? []).every((node) => node.type === 'paragraph' && (node.content ?? []).length === 0)
}
