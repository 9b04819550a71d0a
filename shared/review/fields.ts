import { z } from 'zod'

/** Longest text of one field; longer input is refused with a clear message, never cut. */
export const LONGEST_TEXT = 20_000

export const text = z.string().max(LONGEST_TEXT)
export const shortText = z.string().max(500)
export const id = z.string().min(1).max(100)
export const instant = z.number().int()
export const calendarDate = z.iso.date()
/** Fractional index: entities sort by (order, id). */
export const order = z.string().min(1).max(200)
export const durationMs = z
  .number()
  .int()
  .min(0)
  .max(7 * 24 * 3_600_000)

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
