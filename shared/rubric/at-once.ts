import type { Collection } from '../review/fields'
import type { Criterion } from './criterion'

/** PAN19: what was said of a criterion that another window removed before it heard of the reveal is not read. */
export function ofCriteria<Entity>(
  entities: Collection<Entity>,
  criteria: Collection<Criterion>,
  criterionOf: (entity: Entity) => string,
): Collection<Entity> {
  const kept = Object.entries(entities).filter(([, entity]) => criteria[criterionOf(entity)])
  return kept.length === Object.keys(entities).length ? entities : Object.fromEntries(kept) // PAN19
}
