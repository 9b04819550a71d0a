import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { type Collection, inOrder } from './fields'

interface Ordered {
  readonly id: string
  readonly order: string
}

/** The order key for a new last entity. */
export function orderAtEnd(entities: Collection<Ordered>): string {
  return generateKeyBetween(inOrder(entities).at(-1)?.order ?? null, null)
}

/**
 * The order key that places an entity before `beforeId` (null: at the end).
 * @param movingId left out of its neighbours when an existing entity moves.
 */
export function orderBefore(entities: Collection<Ordered>, beforeId: string | null, movingId?: string): string {
  return generateKeyBetween(...gapBefore(entities, beforeId, movingId === undefined ? [] : [movingId]))
}

/** The same for several that stand together, in their order. */
export function ordersBefore(entities: Collection<Ordered>, beforeId: string | null, movingIds: readonly string[]): string[] {
  return generateNKeysBetween(...gapBefore(entities, beforeId, movingIds), movingIds.length)
}

function gapBefore(
  entities: Collection<Ordered>,
  beforeId: string | null,
  movingIds: readonly string[],
): [string | null, string | null] {
  const others = inOrder(entities).filter((entity) => !movingIds.includes(entity.id))
  const at = beforeId === null ? others.length : others.findIndex((entity) => entity.id === beforeId)
  const next = others[at]?.order ?? null
  // Two windows may have given equal keys; step over the twins so that the new key stays between.
  const previous = others.slice(0, Math.max(at, 0)).findLast((entity) => next === null || entity.order < next)
  return [previous?.order ?? null, next]
}
