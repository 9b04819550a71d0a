import { z } from 'zod'
import { fail, ok, type Result } from '../result'
import { type Change, type Refusal, refusal } from '../review/change'
import { type Collection, id, inOrder, optional } from '../review/fields'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Verb } from '../review/verb'
import { type ActionItem, actionSchema } from './action'
import { addAction, addActionInput, editAction, editActionInput, nextActionNumber } from './action-verbs'

interface State {
  readonly record: {
    readonly actions: Collection<ActionItem>
    readonly review: Collection<{ readonly status: string }>
  }
}

const MOST_ACTIONS = 2_000

export const editActionsInput = z.object({
  actionIds: z.array(id).min(1).max(MOST_ACTIONS),
  ...optional(actionSchema, 'ownerId', 'due', 'status', 'priority'),
})

/** ACT8: the same change of several actions in one step; all of them take it, or none. */
export const editActions: Verb<State, z.input<typeof editActionsInput>> = (state, { actionIds, ...patch }, context) =>
  all([...new Set(actionIds)].map((actionId) => told(actionId, state, editAction(state, { actionId, ...patch }, context)))) // ACT8

/** The refusal of one among several says which one it is. */
function told(actionId: string, { record }: State, result: Result<Change[], Refusal>): Result<Change[], Refusal> {
  const number = record.actions[actionId]?.number
  if (result.ok || number === undefined) return result
  return fail({ ...result.error, message: `Action ${number}: ${result.error.message} Nothing was changed.` })
}

function all(results: readonly Result<Change[], Refusal>[]): Result<Change[], Refusal> {
  const refused = results.find((result) => !result.ok)
  return refused ?? ok(results.flatMap((result) => (result.ok ? result.value : [])))
}

export const importActionsInput = z.object({
  edits: z.array(editActionInput).max(MOST_ACTIONS),
  added: z.array(addActionInput.extend(optional(actionSchema, 'status'))).max(MOST_ACTIONS),
})

/** ACT10: what a table brings is one step. After closing a review gets no new actions; those it has go on. */
export const importActions: Verb<State, z.input<typeof importActionsInput>> = (state, { edits, added }, context) => {
  if (edits.length + added.length === 0) return fail(refusal('ACT10', 'The table changes nothing.')) // ACT10
  if (added.length > 0 && state.record.review['review']?.status === 'closed')
    return fail(refusal('CAN2', 'This review is closed. Open it again to add actions.')) // CAN2
  if (new Set(edits.map(({ actionId }) => actionId)).size < edits.length)
    return fail(refusal('ACT10', 'The table names an action twice.')) // ACT10
  const edited = edits.map((input) => told(input.actionId, state, editAction(state, input, context)))
  const number = nextActionNumber(state.record.actions)
  const keys = generateNKeysBetween(inOrder(state.record.actions).at(-1)?.order ?? null, null, added.length)
  const created = added.map(({ status, ...input }, at) => {
    const made = addAction(state, input, context)
    const place = { number: number + at, order: keys[at] ?? '', ...(status === undefined ? {} : { status }) }
    return made.ok ? ok(made.value.map((change) => ({ ...change, after: { ...(change.after as ActionItem), ...place } }))) : made
  })
  return all([...edited, ...created])
}
