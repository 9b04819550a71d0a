import { type Collection, compare } from './fields'

/** The collection with some of its entities read otherwise; the same object when none is. */
export function readAs<Entity extends { readonly id: string }>(
  entities: Collection<Entity>,
  others: Iterable<Entity>,
): Collection<Entity> {
  const changed = [...others].filter((entity) => entity !== entities[entity.id]).map((entity) => [entity.id, entity] as const)
  return changed.length === 0 ? entities : { ...entities, ...Object.fromEntries(changed) }
}

/** DOC5: what two windows numbered alike: the earlier keeps its number, the other is read with the next that is free. */
export function numberedApart<Entity extends { readonly id: string; readonly number: number }>(
  entities: Collection<Entity>,
  since: (entity: Entity) => number,
): Collection<Entity> {
  const all = Object.values(entities)
  const taken = new Set(all.map(({ number }) => number))
  if (taken.size === all.length) return entities
  const seen = new Set<number>()
  const inTime = all.sort((left, right) => compare(since(left), since(right)) || compare(left.id, right.id))
  const twins = inTime.filter(({ number }) => seen.size === seen.add(number).size)
  const apart = twins.map((entity) => {
    let number = entity.number + 1
    while (taken.has(number)) number += 1
    taken.add(number)
    return { ...entity, number }
  })
  return readAs(entities, apart) // DOC5
}

/** Of what windows made of the same source at once all but the earliest; `sourceOf` is null for what has none. */
export function laterTwins<Entity extends { readonly id: string }>(
  entities: Collection<Entity>,
  sourceOf: (entity: Entity) => string | null,
  since: (entity: Entity) => number,
): Entity[] {
  const seen = new Set<string>()
  const made = Object.values(entities).filter((entity) => sourceOf(entity) !== null)
  const inTime = made.sort((left, right) => compare(since(left), since(right)) || compare(left.id, right.id))
  return inTime.filter((entity) => seen.size === seen.add(sourceOf(entity) ?? '').size)
}
