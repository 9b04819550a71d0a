/** Plain data as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The documents that verbs may write. Minutes are written by editors. */
export type VerbDoc = 'record' | 'desk'

/** A whole entity `[collection, id]`, or one field of it `[collection, id, field]`. */
export type ChangePath = readonly [string, string] | readonly [string, string, string]

/**
 * The smallest step of a verb; it carries its own inverse.
 * `undefined` means absent: `before` undefined creates, `after` undefined removes.
 */
export interface Change {
  readonly doc: VerbDoc
  readonly path: ChangePath
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** What verbs answer when a rule forbids the act. `rule` is the id in SPEC.md; `message` is for the person. */
export interface Refusal {
  readonly kind: 'refused'
  readonly rule: string
  readonly message: string
}

export function refusal(rule: string, message: string): Refusal {
  return { kind: 'refused', rule, message }
}

/** The changes that take `changes` back, in the order they must be applied. */
export function invert(changes: readonly Change[]): Change[] {
  return changes.map(({ doc, path, before, after }) => ({ doc, path, before: after, after: before })).reverse()
}

export function create<Entity extends { readonly id: string }>(
  collection: string,
  entity: Entity,
  doc: VerbDoc = 'record',
): Change {
  return { doc, path: [collection, entity.id], before: undefined, after: entity }
}

export function remove<Entity extends { readonly id: string }>(
  collection: string,
  entity: Entity,
  doc: VerbDoc = 'record',
): Change {
  return { doc, path: [collection, entity.id], before: entity, after: undefined }
}

/** One change per field of `patch` that really differs from `entity`. */
export function edit<Entity extends { readonly id: string }>(
  collection: string,
  entity: Entity,
  patch: Partial<Entity>,
  doc: VerbDoc = 'record',
): Change[] {
  return Object.entries(patch as Record<string, Json | undefined>).flatMap(([field, after]) => {
    const before = (entity as unknown as Record<string, Json | undefined>)[field]
    return after === undefined || isEqual(before, after) ? [] : [{ doc, path: [collection, entity.id, field], before, after }]
  })
}

/** Deep equality of plain data; the order of keys does not matter. */
export function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  const [leftKeys, rightKeys] = [Object.keys(left), Object.keys(right)]
  return (
    Array.isArray(left) === Array.isArray(right) &&
    leftKeys.length === rightKeys.length &&
    leftKeys.every((key) => isEqual((left as Record<string, Json>)[key], (right as Record<string, Json>)[key]))
  )
}
