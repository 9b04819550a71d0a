import { z } from 'zod'
import type { FeedbackItem } from '../feedback/item'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, compare, id, optional, text } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Verb } from '../review/verb'
import type { ActionItem } from './action'
import { addAction } from './action-verbs'
import { type Risk, riskLevels, riskSchema, riskStatuses } from './risk'

interface State {
  readonly record: {
    readonly risks: Collection<Risk>
    readonly actions: Collection<ActionItem>
    readonly feedback: Collection<FeedbackItem>
  }
}

const missing = refusal('RSK1', 'This risk was removed.')
const unsaid = refusal('RSK1', 'Say what may go wrong.')

export const addRiskInput = riskSchema
  .pick({ text: true })
  .extend(optional(riskSchema, 'likelihood', 'impact', 'ownerId', 'feedbackId'))

/** RSK1: a risk says what may go wrong. RSK4: a finding is entered once. */
export const addRisk: Verb<State, z.input<typeof addRiskInput>> = (state, input, { newId, now }) => {
  const { risks } = state.record
  if (input.text.trim() === '') return fail(unsaid) // RSK1
  const { feedbackId = null } = input
  const twin = feedbackId === null ? undefined : Object.values(risks).find((risk) => risk.feedbackId === feedbackId)
  if (twin) return fail(refusal('RSK4', `This finding is risk ${twin.number} already.`)) // RSK4
  const number = Math.max(0, ...Object.values(risks).map((risk) => risk.number)) + 1
  return ok([
    create(
      'risks',
      riskSchema.parse({ ...input, text: input.text.trim(), id: newId(), order: orderAtEnd(risks), number, raisedAt: now }),
    ),
  ])
}

export const editRiskInput = z.object({
  riskId: id,
  ...optional(riskSchema, 'text', 'likelihood', 'impact', 'ownerId', 'actionId'),
})

export const editRisk: Verb<State, z.input<typeof editRiskInput>> = (state, { riskId, ...patch }) => {
  const risk = state.record.risks[riskId]
  if (!risk) return fail(missing)
  if (patch.ownerId === null && risk.status === 'accepted')
    return fail(refusal('RSK8', 'Its owner accepted this risk. Name another owner, or open the risk again first.')) // RSK8
  return patch.text?.trim() === '' ? fail(unsaid) : ok(edit('risks', risk, patch)) // RSK1
}

export const decideRiskInput = z.object({
  riskId: id,
  status: z.enum(riskStatuses),
  reason: text.optional(),
})

/** RSK2: a risk leaves *open* with a reason, or because what mitigates it is done; whoever accepts it is named. */
export const decideRisk: Verb<State, z.input<typeof decideRiskInput>> = (
  state,
  { riskId, status, reason: given = '' },
  { now },
) => {
  const risk = state.record.risks[riskId]
  if (!risk) return fail(missing)
  const reason = given.trim()
  if (risk.status === status && risk.reason === reason) return ok([])
  const isDone = state.record.actions[risk.actionId ?? '']?.status === 'completed'
  if (status === 'mitigated' && !isDone && reason === '')
    return fail(refusal('RSK2', 'Say what mitigates it; its action is not completed.')) // RSK2
  if (status === 'accepted' && risk.ownerId === null) return fail(refusal('RSK2', 'Name its owner first, who accepts it.')) // RSK2
  if ((status === 'accepted' || status === 'closed') && reason === '') return fail(refusal('RSK2', `Say why it is ${status}.`)) // RSK2
  return ok(edit('risks', risk, { status, reason, decidedAt: now }))
}

export const makeRiskActionInput = z.object({ riskId: id })

/** RSK3: what mitigates a risk enters the plan in one step, its owner's. */
export const makeRiskAction: Verb<State, z.infer<typeof makeRiskActionInput>> = (state, { riskId }, context) => {
  const risk = state.record.risks[riskId]
  if (!risk) return fail(missing)
  const action = state.record.actions[risk.actionId ?? '']
  if (action) return fail(refusal('RSK3', `Action ${action.number} mitigates this risk already.`)) // RSK3
  const added = addAction(
    state,
    { what: `Mitigate: ${risk.text}`.slice(0, 20_000), ownerId: risk.ownerId, source: { kind: 'risk', id: riskId } },
    context,
  )
  if (!added.ok) return added
  return ok([...added.value, ...edit('risks', risk, { actionId: added.value[0]?.path[1] ?? null })])
}

export const removeRiskInput = z.object({ riskId: id })

/** RSK3: its action stays in the plan. */
export const removeRisk: Verb<State, z.infer<typeof removeRiskInput>> = (state, { riskId }) => {
  const risk = state.record.risks[riskId]
  return risk ? ok([remove('risks', risk)]) : fail(missing)
}

/** RSK6: open ones first, then by what likelihood and impact come to; what nobody rated stands before what was rated low. */
export function risksInOrder(risks: Collection<Risk>): Risk[] {
  const rank = ({ likelihood, impact }: Risk) =>
    [likelihood, impact].reduce((product, level) => product * (level === null ? 1.5 : riskLevels.indexOf(level) + 1), 1)
  return Object.values(risks).sort(
    (left, right) =>
      Number(left.status !== 'open') - Number(right.status !== 'open') ||
      compare(rank(right), rank(left)) ||
      compare(left.number, right.number) ||
      compare(left.id, right.id),
  )
}
