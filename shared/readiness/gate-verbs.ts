import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Person } from '../review/people'
import type { Verb } from '../review/verb'
import { type GateCriterion, gateCriterionSchema, gateStatuses } from './gate'

interface State {
  readonly record: { readonly gateCriteria: Collection<GateCriterion>; readonly people: Collection<Person> }
}

const missing = refusal('RDY1', 'This criterion was removed.')

export const addGateCriterionInput = gateCriterionSchema.pick({ gate: true, text: true })

/** RDY1: a criterion says what must hold. */
export const addGateCriterion: Verb<State, z.infer<typeof addGateCriterionInput>> = (state, { gate, text }, { newId }) => {
  if (text.trim() === '') return fail(refusal('RDY1', 'Enter what must hold.')) // RDY1
  const order = orderAtEnd(state.record.gateCriteria)
  return ok([create('gateCriteria', gateCriterionSchema.parse({ id: newId(), order, gate, text: text.trim() }))])
}

export const editGateCriterionInput = z.object({ criterionId: id, ...optional(gateCriterionSchema, 'text', 'evidence') })

export const editGateCriterion: Verb<State, z.infer<typeof editGateCriterionInput>> = (state, { criterionId, ...patch }) => {
  const criterion = state.record.gateCriteria[criterionId]
  if (!criterion) return fail(missing)
  if (patch.text?.trim() === '') return fail(refusal('RDY1', 'A criterion needs a text.')) // RDY1
  return ok(edit('gateCriteria', criterion, patch))
}

export const decideGateCriterionInput = z.object({
  criterionId: id,
  status: z.enum(gateStatuses),
  ...optional(gateCriterionSchema, 'evidence', 'waivedBy', 'reason'),
})

/** RDY2: a waiver has a name and a reason, and no other answer has either. RDY3: the same answer keeps its instant. */
export const decideGateCriterion: Verb<State, z.infer<typeof decideGateCriterionInput>> = (
  state,
  { criterionId, status, evidence, ...waiver },
  { now },
) => {
  const criterion = state.record.gateCriteria[criterionId]
  if (!criterion) return fail(missing)
  const waivedBy = status === 'waived' ? (waiver.waivedBy ?? criterion.waivedBy) : null
  const reason = status === 'waived' ? (waiver.reason ?? criterion.reason).trim() : ''
  if (status === 'waived' && (waivedBy === null || reason === ''))
    return fail(refusal('RDY2', 'Say who waives this criterion, and why.')) // RDY2
  if (waivedBy !== null && waivedBy !== criterion.waivedBy && !state.record.people[waivedBy])
    return fail(refusal('PPL2', 'This person was removed.'))
  const isSame = status === criterion.status && waivedBy === criterion.waivedBy
  const decidedAt = status === 'open' ? null : isSame ? (criterion.decidedAt ?? now) : now // RDY3
  return ok(edit('gateCriteria', criterion, { status, evidence, waivedBy, reason, decidedAt }))
}

export const removeGateCriterionInput = z.object({ criterionId: id })

export const removeGateCriterion: Verb<State, z.infer<typeof removeGateCriterionInput>> = (state, { criterionId }) => {
  const criterion = state.record.gateCriteria[criterionId]
  return criterion ? ok([remove('gateCriteria', criterion)]) : fail(refusal('RDY1', 'This criterion was removed already.'))
}
