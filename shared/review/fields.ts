import { z } from 'zod'

/** Longest text of one field; longer input is refused with a clear message, never cut. */
export const LONGEST_TEXT = 20_000

export const text = z.string().max(LONGEST_TEXT)
export const shortText = z.string().max(500)
export const id = z.string().min(1).max(100)
export const instant = z.number().int()
export const calendarDate = z.iso.date()
/** `14:05` */
export const timeOfDay = z.iso.time({ precision: -1 })
/** Fractional index: entities sort by (order, id). */
export const order = z.string().min(1).max(200)
export const durationMs = z
  .number()
  .int()
  .min(0)
  .max(7 * 24 * 3_600_000)

/** A field as an input may carry it: its default is not filled in for what is left out. */
type Given<Field> =
  Field extends z.ZodDefault<infer Inner extends z.ZodType>
    ? z.ZodOptional<Inner>
    : Field extends z.ZodType
      ? z.ZodOptional<Field>
      : never

/** VRB2: fields that an input may leave out, and that then stay as they are. `partial()` would put their defaults in. */
export function optional<Shape extends z.ZodRawShape, Name extends keyof Shape & string>(
  { shape }: z.ZodObject<Shape>,
  ...names: readonly Name[]
): { readonly [Field in Name]: Given<Shape[Field]> } {
  const given = (field: unknown) =>
    (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional()
  return Object.fromEntries(names.map((name) => [name, given(shape[name])])) as { readonly [Field in Name]: Given<Shape[Field]> }
}

/** Entities of a collection by id. */
export type Collection<Entity> = Readonly<Record<string, Entity>>

/** Entities in display order. */
export function inOrder<Entity extends { readonly id: string; readonly order: string }>(entities: Collection<Entity>): Entity[] {
  return Object.values(entities).sort((left, right) => compare(left.order, right.order) || compare(left.id, right.id))
}

/** Code-unit comparison: the same on every machine, whatever its locale. */
export function compare(left: string | number, right: string | number): number {
  return left < right ? -1 : left > right ? 1 : 0
}
