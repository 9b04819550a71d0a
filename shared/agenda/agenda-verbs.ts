import { z } from 'zod'
import { fail, ok } from '../result'
import { type Change, create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional, text } from '../review/fields'
import { orderAtEnd, orderBefore, ordersBefore } from '../review/order'
import type { Verb, VerbResult } from '../review/verb'
import { type AgendaItem, type DeskNote, itemSchema } from './item'
import { branchAt, DEEPEST_LEVEL, outlineOf } from './outline'

type TimedEvent = { readonly id: string } & ({ readonly kind: 'started'; readonly itemId: string } | { readonly kind: string })

interface State {
  readonly record: {
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<TimedEvent>
  }
  readonly desk: { readonly notes: Collection<DeskNote> }
}

export const DEFAULT_PLANNED_MS = 10 * 60_000
const missing = refusal('AGN1', 'This agenda item was removed.')

export const addItemInput = itemSchema.pick({ title: true }).extend({
  ...optional(itemSchema, 'level', 'kind', 'presenterId', 'plannedMs'),
  /** The new item stands before this one, as deep as it unless `level` says otherwise; null or absent: last. */
  beforeId: id.nullable().optional(),
})

/** AGN1: an agenda item has a title. */
export const addItem: Verb<State, z.input<typeof addItemInput>> = (state, { beforeId, ...input }, { newId }) => {
  if (input.title.trim() === '') return fail(refusal('AGN1', 'An agenda item needs a title.')) // AGN1
  const { agenda } = state.record
  const order = beforeId ? orderBefore(agenda, beforeId) : orderAtEnd(agenda)
  const level = input.level ?? (beforeId ? levelOf(state, beforeId) : 0)
  const given = { plannedMs: DEFAULT_PLANNED_MS, ...input, title: input.title.trim(), level }
  return unlessTimeIsUnder(state, [create('agenda', itemSchema.parse({ ...given, id: newId(), order }))])
}

export const editItemInput = z.object({
  itemId: id,
  ...optional(itemSchema, 'title', 'kind', 'presenterId', 'plannedMs', 'warningMs', 'dangerMs', 'internal', 'playbook'),
})

export const editItem: Verb<State, z.input<typeof editItemInput>> = (state, { itemId, ...patch }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (patch.title?.trim() === '') return fail(refusal('AGN1', 'An agenda item needs a title.')) // AGN1
  return ok(edit('agenda', item, patch))
}

export const moveItemInput = z.object({ itemId: id, beforeId: id.nullable(), ...optional(itemSchema, 'level') })

/** AGN2: an item moves with all under it, and stands as deep as told, else as what it is put before; at the end as deep as it was. */
export const moveItem: Verb<State, z.input<typeof moveItemInput>> = (state, { itemId, beforeId, level: told }) => {
  const { agenda } = state.record
  const branch = branchOf(state, itemId)
  const [top] = branch
  if (!top) return fail(missing)
  if (branch.some(({ item }) => item.id === beforeId) && (beforeId !== itemId || told === undefined)) return ok([])
  if (beforeId === itemId)
    // It stays where it is and only its depth changes.
    return unlessTimeIsUnder(
      state,
      branch.flatMap((row) => edit('agenda', row.item, { level: deeper(row.level, (told ?? 0) - top.level) })),
    )
  const level = told ?? (beforeId === null ? top.level : levelOf(state, beforeId))
  const orders = ordersBefore(
    agenda,
    beforeId,
    branch.map(({ item }) => item.id),
  )
  const moved = branch.flatMap((row, at) =>
    edit('agenda', row.item, { order: orders[at] ?? row.item.order, level: deeper(row.level, level - top.level) }),
  )
  return unlessTimeIsUnder(state, moved) // AGN2
}

export const indentItemInput = z.object({ itemId: id, direction: z.enum(['in', 'out']) })

/** AGN6: puts an item, with all under it, under the one before it, or one step out. */
export const indentItem: Verb<State, z.infer<typeof indentItemInput>> = (state, { itemId, direction }) => {
  const by = direction === 'in' ? 1 : -1
  const rows = outlineOf(state.record.agenda)
  const at = rows.findIndex(({ item }) => item.id === itemId)
  const branch = branchAt(rows, at)
  const [top] = branch
  if (!top) return fail(missing)
  if (by === -1 && top.level === 0) return fail(refusal('AGN6', 'This item stands at the left edge already.')) // AGN6
  if (by === 1 && (rows[at - 1]?.level ?? -1) < top.level)
    return fail(refusal('AGN6', 'There is no item before it that it could stand under.'))
  if (branch.some(({ level }) => level + by > DEEPEST_LEVEL)) return fail(refusal('AGN6', 'Items stand three deep at most.'))
  return unlessTimeIsUnder(
    state,
    branch.flatMap(({ item, level }) => edit('agenda', item, { level: level + by })),
  )
}

function branchOf(state: State, itemId: string) {
  const rows = outlineOf(state.record.agenda)
  return branchAt(
    rows,
    rows.findIndex(({ item }) => item.id === itemId),
  )
}

function levelOf(state: State, itemId: string): number {
  return outlineOf(state.record.agenda).find(({ item }) => item.id === itemId)?.level ?? 0
}

const deeper = (level: number, by: number): number => Math.min(DEEPEST_LEVEL, Math.max(0, level + by))

/** AGN7: no time is spent on a section, so what has time gets nothing under it. */
function unlessTimeIsUnder(state: State, changes: Change[]): VerbResult {
  const { agenda, timer } = state.record
  const timed = new Set(
    Object.values(timer).flatMap((event) => (event.kind === 'started' && 'itemId' in event ? [event.itemId] : [])),
  )
  const before = new Set(outlineOf(agenda).flatMap(({ item, isSection }) => (isSection ? [item.id] : [])))
  const wronged = outlineOf(after(agenda, changes)).find(
    ({ item, isSection }) => isSection && timed.has(item.id) && !before.has(item.id),
  )
  if (!wronged) return ok(changes)
  return fail(refusal('AGN7', `Time was spent on "${wronged.item.title}", so nothing can stand under it. Put it beside.`)) // AGN7
}

/** The agenda as changes leave it. */
function after(agenda: Collection<AgendaItem>, changes: readonly Change[]): Collection<AgendaItem> {
  const items: Record<string, AgendaItem> = { ...agenda }
  for (const { path, after: value } of changes) {
    const [collection, itemId, field] = path
    if (collection !== 'agenda') continue
    if (field !== undefined) items[itemId] = { ...items[itemId], [field]: value } as AgendaItem
    else if (value === undefined) Reflect.deleteProperty(items, itemId)
    else items[itemId] = value as unknown as AgendaItem
  }
  return items
}

export const markItemInput = z.object({ itemId: id, status: itemSchema.shape.status.unwrap() })

/**
 * AGN3: an item that was not discussed can be deferred, carried over, or taken up again; it never vanishes by that.
 * CLO3: it can be marked as discussed although no time ran for it, and that can be changed again.
 */
export const markItem: Verb<State, z.infer<typeof markItemInput>> = (state, { itemId, status }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (item.status === 'discussed' && hasTime(state, itemId)) return fail(refusal('AGN3', 'This item was discussed.')) // AGN3, CLO3
  return ok(edit('agenda', item, { status }))
}

function hasTime({ record }: State, itemId: string): boolean {
  return Object.values(record.timer).some((event) => event.kind === 'started' && 'itemId' in event && event.itemId === itemId)
}

export const removeItemInput = z.object({ itemId: id })

/** AGN4: an item on which time was spent stays; others can be removed, with the private note on them. */
export const removeItem: Verb<State, z.infer<typeof removeItemInput>> = (state, { itemId }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(missing)
  if (hasTime(state, itemId))
    return fail(refusal('AGN4', 'Time was spent on this item, so it stays in the record. Mark it deferred instead.')) // AGN4
  const note = state.desk.notes[itemId]
  // What was under it stays, one step out.
  const [, ...under] = branchOf(state, itemId)
  const lifted = under.flatMap((row) => edit('agenda', row.item, { level: row.level - 1 }))
  return unlessTimeIsUnder(state, [...lifted, remove('agenda', item), ...(note ? [remove('notes', note, 'desk')] : [])])
}

export const writeNoteInput = z.object({ itemId: id, text })

/** AGN5: private notes are kept in the desk, never in the record. */
export const writeNote: Verb<State, z.infer<typeof writeNoteInput>> = (state, { itemId, text: note }) => {
  const before = state.desk.notes[itemId]
  if (!before) return ok(note === '' ? [] : [create('notes', { id: itemId, text: note }, 'desk')]) // AGN5
  return ok(note === '' ? [remove('notes', before, 'desk')] : edit('notes', before, { text: note }, 'desk'))
}
