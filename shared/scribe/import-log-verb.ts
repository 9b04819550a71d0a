import { z } from 'zod'
import { addAction } from '../actions/action-verbs'
import { type ActionItem, actionSchema } from '../actions/action'
import { MOST_ITEMS } from '../agenda/import/draft'
import { markItem } from '../agenda/agenda-verbs'
import { importItems } from '../agenda/import-verb'
import { type AgendaItem, type DeskNote, itemSchema } from '../agenda/item'
import { type Condition, type Decision, decisionSchema } from '../decision/decision'
import { proposeDecision } from '../decision/decision-verbs'
import type { FeedbackItem } from '../feedback/item'
import { fail, ok } from '../result'
import { callRoll } from '../review/attendance-verbs'
import { type Change, refusal } from '../review/change'
import { type Collection, id } from '../review/fields'
import { personSchema, type Person } from '../review/people'
import type { Verb, VerbResult } from '../review/verb'

/** More of a kind are no log of a meeting. */
export const MOST_PEOPLE = 500
export const MOST_RECORDS = 1_000

/** Place in a list of the same input. */
const place = z.number().int().min(0).max(999)
const where = { itemId: id.nullable(), itemAt: place.nullable() }

export const importLogInput = z.object({
  /** People who are not in the review yet. */
  people: z
    .array(personSchema.pick({ name: true }).extend({ attendance: z.enum(['expected', 'present', 'regrets']) }))
    .max(MOST_PEOPLE),
  roll: z.array(z.object({ personId: id, attendance: z.enum(['present', 'regrets']) })).max(MOST_PEOPLE),
  /** Topics that are no item yet. */
  items: z.array(itemSchema.pick({ title: true })).max(MOST_ITEMS),
  actions: z
    .array(
      z.object({
        what: actionSchema.shape.what,
        due: actionSchema.shape.due.unwrap(),
        ownerId: id.nullable(),
        ownerAt: place.nullable(),
        ...where,
      }),
    )
    .max(MOST_RECORDS),
  decisions: z.array(z.object({ statement: decisionSchema.shape.statement, ...where })).max(MOST_RECORDS),
})
export type ImportLogInput = z.infer<typeof importLogInput>

interface State {
  readonly record: {
    readonly people: Collection<Person>
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<{ readonly id: string; readonly kind: string; readonly itemId?: string }>
    readonly actions: Collection<ActionItem>
    readonly decisions: Collection<Decision>
    readonly conditions: Collection<Condition>
    readonly feedback: Collection<FeedbackItem>
  }
  readonly desk: { readonly notes: Collection<DeskNote> }
}

const unknown = refusal('SCR13', 'The log names what is not in the review any more. Open it again to import it.')

/** SCR16: all that a log brings to the record, in one step; its text is written with it. */
export const importLog: Verb<State, ImportLogInput> = (state, { people, roll, items, actions, decisions }, context) => {
  const changes: Change[] = []
  const record: Record<string, Collection<unknown>> = { ...state.record }
  let refused: VerbResult | undefined
  /** Each verb sees what those before it would change. */
  const run = <Input>(verb: Verb<State, Input>, input: Input): Change[] => {
    const done = verb({ ...state, record: record as unknown as State['record'] }, input, context)
    if (!done.ok) {
      refused ??= done
      return []
    }
    for (const { path, after } of done.value) {
      const [collection, entityId, field] = path
      const before = record[collection]?.[entityId] as object | undefined
      record[collection] = { ...record[collection], [entityId]: field === undefined ? after : { ...before, [field]: after } }
    }
    changes.push(...done.value)
    return done.value
  }
  const made = (collection: string, by: readonly Change[]): string[] =>
    by.flatMap(({ path, before }) => (path[0] === collection && path.length === 2 && before === undefined ? [path[1]] : []))

  const personIds = people.flatMap(({ name, attendance }) =>
    made('people', run(callRoll, { attendance, personIds: [], newNames: [name] })),
  )
  for (const attendance of ['present', 'regrets'] as const) {
    const called = roll.filter((each) => each.attendance === attendance).map(({ personId }) => personId)
    if (called.length > 0) run(callRoll, { attendance, personIds: called })
  }
  // What a log tells of was talked about, and nobody planned time for it.
  const topics = items.map(({ title }) => ({ title, plannedMs: 0 }))
  const itemIds = topics.length === 0 ? [] : made('agenda', run(importItems, { items: topics }))
  for (const itemId of itemIds) run(markItem, { itemId, status: 'discussed' })
  if (refused) return refused

  /** Undefined for what is not there. */
  const find = (known: Collection<unknown>, knownId: string | null, ids: readonly string[], at: number | null) =>
    at !== null ? ids[at] : knownId === null || known[knownId] ? knownId : undefined
  for (const { what, due, ownerId, ownerAt, itemId, itemAt } of actions) {
    const owner = find(state.record.people, ownerId, personIds, ownerAt)
    const item = find(state.record.agenda, itemId, itemIds, itemAt)
    if (owner === undefined || item === undefined) return fail(unknown)
    run(addAction, { what, due, ownerId: owner, source: { kind: 'minutes', id: item } })
  }
  for (const { statement, itemId, itemAt } of decisions) {
    const item = find(state.record.agenda, itemId, itemIds, itemAt)
    if (item === undefined) return fail(unknown)
    run(proposeDecision, { statement, itemId: item })
  }
  return refused ?? ok(changes)
}
