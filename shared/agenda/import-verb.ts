import { z } from 'zod'
import { fail, ok } from '../result'
import { create, refusal, remove } from '../review/change'
import { type Collection, optional, shortText } from '../review/fields'
import { orderAtEnd, ordersBefore } from '../review/order'
import { type Person, personSchema } from '../review/people'
import type { Verb } from '../review/verb'
import { DEFAULT_PLANNED_MS } from './agenda-verbs'
import { MOST_ITEMS } from './import/draft'
import { type AgendaItem, type DeskNote, itemSchema } from './item'
import { outlineOf } from './outline'

interface State {
  readonly record: {
    readonly agenda: Collection<AgendaItem>
    readonly people: Collection<Person>
    readonly timer: Collection<{ readonly id: string; readonly kind: string; readonly itemId?: string }>
  }
  readonly desk: { readonly notes: Collection<DeskNote> }
}

export const importItemsInput = z.object({
  items: z
    .array(
      itemSchema.pick({ title: true }).extend({
        ...optional(itemSchema, 'level', 'kind', 'presenterId', 'plannedMs', 'internal'),
        /** Somebody who is not in the review yet and is added to it. */
        presenterName: shortText.optional(),
      }),
    )
    .max(MOST_ITEMS),
  /** They stand in the place of what has not begun; else at the end. */
  replaces: z.boolean().optional(),
})

/** AGN10: items of an import and presenters who are new, in one step. */
export const importItems: Verb<State, z.input<typeof importItemsInput>> = (state, { items, replaces = false }, { newId }) => {
  if (items.length === 0) return fail(refusal('AGN10', 'Nothing is chosen to be added.')) // AGN10
  if (items.some(({ title }) => title.trim() === '')) return fail(refusal('AGN1', 'An agenda item needs a title.'))
  const { agenda, people } = state.record
  const going = replaces ? notBegun(state) : []
  const kept = Object.fromEntries(Object.entries(agenda).filter(([itemId]) => !going.some(({ id }) => id === itemId)))
  const idByName = new Map(Object.values(people).map(({ name, id }) => [name, id]))
  const added: Person[] = []
  const presenterOf = (name: string): string | null => {
    if (name === '') return null
    const known = idByName.get(name)
    if (known !== undefined) return known
    const order = orderAtEnd({ ...people, ...Object.fromEntries(added.map((each) => [each.id, each] as const)) })
    const person = personSchema.parse({ id: newId(), order, name, roles: ['presenter'] })
    added.push(person)
    idByName.set(name, person.id)
    return person.id
  }
  const ids = items.map(() => newId())
  const orders = ordersBefore(kept, null, ids)
  const created = items.map(({ presenterName = '', ...item }, at) =>
    itemSchema.parse({
      plannedMs: DEFAULT_PLANNED_MS,
      ...item,
      title: item.title.trim(),
      // Not under what stands before.
      level: at === 0 ? 0 : (item.level ?? 0),
      presenterId: item.presenterId ?? presenterOf(presenterName.trim()),
      id: ids[at],
      order: orders[at],
    }),
  )
  const notes = going.flatMap(({ id }) => state.desk.notes[id] ?? [])
  return ok([
    ...going.map((item) => remove('agenda', item)),
    ...notes.map((note) => remove('notes', note, 'desk')),
    ...added.map((person) => create('people', person)),
    ...created.map((item) => create('agenda', item)),
  ])
}

/** Items that are pending, without time, and that nothing else is under. */
function notBegun({ record: { agenda, timer } }: State): AgendaItem[] {
  const timed = new Set(Object.values(timer).flatMap(({ kind, itemId }) => (kind === 'started' && itemId ? [itemId] : [])))
  let keptLevel = -1
  // From the end, so that what is kept keeps what it is under.
  return outlineOf(agenda)
    .reverse()
    .flatMap(({ item, level }) => {
      const isAbove = level < keptLevel
      const isKept = isAbove || item.status !== 'pending' || timed.has(item.id)
      if (isKept) keptLevel = level
      return isKept ? [] : [item]
    })
}
