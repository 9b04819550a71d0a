import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional, text } from '../review/fields'
import { orderAtEnd, orderBefore } from '../review/order'
import type { Verb } from '../review/verb'
import { type AgendaItem, type DeskNote, itemSchema } from './item'

interface State {
  readonly record: {
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<{ readonly id: string; readonly kind: string }>
  }
  readonly desk: { readonly notes: Collection<DeskNote> }
}

export const DEFAULT_PLANNED_MS = 10 * 60_000
const missing = refusal('AGN1', 'This agenda item was removed.')

export const addItemInput = itemSchema.pick({ title: true }).extend({
  ...optional(itemSchema, 'kind', 'presenterId', 'plannedMs'),
  /** The new item stands before this one; null or absent: last. */
  beforeId: id.nullable().optional(),
})

/** AGN1: an agenda item has a title. */
export const addItem: Verb<State, z.input<typeof addItemInput>> = (state, { beforeId, ...input }, { newId }) => {
  if (input.title.trim() === '') return fail(refusal('AGN1', 'An agenda item needs a title.')) // AGN1
  const { agenda } = state.record
  const order = beforeId ? orderBefore(agenda, beforeId) : orderAtEnd(agenda)
  return ok([
    create(
      'agenda',
      itemSchema.parse({ plannedMs: DEFAULT_PLANNED_MS, ...input, title: input.title.trim(), id: newId(), order }),
    ),
  ])
}

export const editItemInput = z.object({
  itemId: id,
  ...optional(itemSchema, 'title', 'kind', 'presenterId', 'plannedMs', 'internal'),
})

export const editItem: Verb<State, z.input<typeof editItemInput>> = (state, { itemId, ...patch }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (patch.title?.trim() === '') return fail(refusal('AGN1', 'An agenda item needs a title.')) // AGN1
  return ok(edit('agenda', item, patch))
}

export const moveItemInput = z.object({ itemId: id, beforeId: id.nullable() })

/** AGN2: moving changes the order and nothing else; numbers follow the order. */
export const moveItem: Verb<State, z.infer<typeof moveItemInput>> = (state, { itemId, beforeId }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (itemId === beforeId) return ok([])
  return ok(edit('agenda', item, { order: orderBefore(state.record.agenda, beforeId, itemId) })) // AGN2
}

export const markItemInput = z.object({ itemId: id, status: z.enum(['pending', 'deferred', 'carried']) })

/** AGN3: an item that was not discussed can be deferred, carried over, or taken up again; it never vanishes by that. */
export const markItem: Verb<State, z.infer<typeof markItemInput>> = (state, { itemId, status }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (item.status === 'discussed') return fail(refusal('AGN3', 'This item was discussed.')) // AGN3
  return ok(edit('agenda', item, { status }))
}

export const removeItemInput = z.object({ itemId: id })

/** AGN4: an item on which time was spent stays; others can be removed, with the private note on them. */
export const removeItem: Verb<State, z.infer<typeof removeItemInput>> = (state, { itemId }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  const hasTime = Object.values(state.record.timer).some(
    (event) => 'itemId' in event && event.itemId === itemId && event.kind === 'started',
  )
  if (hasTime) return fail(refusal('AGN4', 'Time was spent on this item, so it stays in the record. Mark it deferred instead.')) // AGN4
  const note = state.desk.notes[itemId]
  return ok([remove('agenda', item), ...(note ? [remove('notes', note, 'desk')] : [])])
}

export const writeNoteInput = z.object({ itemId: id, text })

/** AGN5: private notes are kept in the desk, never in the record. */
export const writeNote: Verb<State, z.infer<typeof writeNoteInput>> = (state, { itemId, text: note }) => {
  const before = state.desk.notes[itemId]
  if (!before) return ok(note === '' ? [] : [create('notes', { id: itemId, text: note }, 'desk')]) // AGN5
  return ok(note === '' ? [remove('notes', before, 'desk')] : edit('notes', before, { text: note }, 'desk'))
}
