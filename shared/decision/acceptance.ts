import { z } from 'zod'
import { type ActionItem, actionSchema } from '../actions/action'
import { isEqual, type Json } from '../review/change'
import { type Collection, id } from '../review/fields'
import { type Condition, conditionSchema, type Decision, decisionSchema } from './decision'

/** What can be written in a decision while it is proposed. */
const proposable = [
  ...(['outcome', 'statement', 'because', 'deciderIds', 'dissent', 'dissents', 'options'] as const),
  ...(['appraisal', 'appraisals', 'reviewBy', 'waivers'] as const),
] satisfies readonly (keyof Decision)[]
export type Proposed = Pick<Decision, (typeof proposable)[number]>

/** What another window wrote in a decision before it heard that this was accepted. */
export interface Meanwhile {
  readonly edits: Partial<Proposed>
  readonly added: readonly Condition[]
  readonly removed: readonly Condition[]
  readonly isRemoved: boolean
}

/** Of an action what was accepted with its condition, and what puts it back in the plan; ARC2: nothing that is only worked with. */
export function acceptedAction(action: ActionItem): ActionItem {
  const { id: actionId, number, what, ownerId, due, source, createdAt } = action
  return actionSchema.parse({ id: actionId, number, what, ownerId, due, source, createdAt, order: action.order })
}

/** DEC14: what was accepted, whole, as it stood then. It has the id of its decision and is never changed. */
export const acceptanceSchema = z.object({
  id,
  decision: decisionSchema,
  conditions: z.array(z.object({ condition: conditionSchema, action: actionSchema.nullable() })),
  /** Told when it is read, and never stored. */
  meanwhile: z
    .custom<Meanwhile>(() => false)
    .optional()
    .catch(undefined),
})
export type Acceptance = z.infer<typeof acceptanceSchema>

interface Written {
  readonly decisions: Collection<Decision>
  readonly conditions: Collection<Condition>
}

/** DEC14: acceptances, each with what was written meanwhile where something was. One whose decision is proposed was taken back. */
export function acceptancesAtOnce(
  acceptances: Collection<Acceptance>,
  { decisions, conditions }: Written,
): Collection<Acceptance> {
  const read = Object.values(acceptances).flatMap((acceptance) => {
    const decision = decisions[acceptance.id]
    if (decision?.status === 'proposed') return []
    const meanwhile = writtenBeside(acceptance, decision, conditions)
    return [meanwhile ? { ...acceptance, meanwhile } : acceptance] // DEC14
  })
  return read.every((acceptance) => acceptance === acceptances[acceptance.id]) && read.length === Object.keys(acceptances).length
    ? acceptances
    : Object.fromEntries(read.map((acceptance) => [acceptance.id, acceptance]))
}

function writtenBeside(
  acceptance: Acceptance,
  decision: Decision | undefined,
  conditions: Collection<Condition>,
): Meanwhile | null {
  const edits = decision
    ? proposable.filter((field) => !isEqual(decision[field] as Json, acceptance.decision[field] as Json))
    : []
  const own = acceptance.conditions.map(({ condition }) => condition)
  const added = Object.values(conditions).filter(
    ({ id: conditionId, decisionId }) => decisionId === acceptance.id && !own.some((condition) => condition.id === conditionId),
  )
  const removed = own.filter((condition) => !conditions[condition.id])
  const isRemoved = decision === undefined
  if (edits.length + added.length + removed.length === 0 && !isRemoved) return null
  return { edits: Object.fromEntries(edits.map((field) => [field, decision?.[field]])), added, removed, isRemoved }
}

/** DEC14: a decision as it was accepted; the same object where it says nothing else. */
export function asAccepted({ decision: accepted }: Acceptance, written: Decision | undefined): Decision {
  const { status = 'accepted', supersededById = null, itemId = accepted.itemId, order = accepted.order } = written ?? {}
  const read: Decision = { ...accepted, status, supersededById, itemId, order }
  return written && isEqual(read, written) ? written : read // DEC14
}

/** Actions that were removed with a condition while it was accepted: they are in the plan, as they were then. */
export function acceptedActions(acceptances: Collection<Acceptance>): ActionItem[] {
  return Object.values(acceptances).flatMap(({ conditions }) => conditions.flatMap(({ action }) => action ?? []))
}
