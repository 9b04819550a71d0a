import { z } from 'zod'
import { addAction } from '../actions/action-verbs'
import type { ActionItem } from '../actions/action'
import type { FeedbackItem } from '../feedback/item'
import { isSettled } from '../feedback/life'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, inOrder, optional, text } from '../review/fields'
import { orderAtEnd } from '../review/order'
import { presentNow } from '../review/attendance'
import type { Person } from '../review/people'
import type { Review } from '../review/review'
import type { Verb, VerbResult } from '../review/verb'
import { type Acceptance, acceptedAction } from './acceptance'
import { standingAppraisal } from './appraisal'
import { type Condition, type Decision, conditionSchema, decisionSchema } from './decision'
import { lackingIn, needed } from './lacking'

interface State {
  readonly record: {
    readonly decisions: Collection<Decision>
    readonly conditions: Collection<Condition>
    readonly actions: Collection<ActionItem>
    readonly feedback: Collection<FeedbackItem>
    readonly people: Collection<Person>
  }
}

const missing = refusal('DEC1', 'This decision was removed.')

export const proposeDecisionInput = decisionSchema.pick({ statement: true }).extend(optional(decisionSchema, 'outcome', 'itemId'))

/** DEC1: a decision is proposed first; the decision makers of the review are its deciders until changed. */
export const proposeDecision: Verb<State, z.input<typeof proposeDecisionInput>> = (state, input, { newId, now }) => {
  const { decisions, people } = state.record
  const deciderIds = Object.values(people)
    .filter((person) => person.roles.includes('decision-maker'))
    .map((person) => person.id)
    .sort()
  return ok([
    create(
      'decisions',
      decisionSchema.parse({ ...input, id: newId(), order: orderAtEnd(decisions), deciderIds, proposedAt: now }),
    ),
  ]) // DEC1
}

const { dissents, options } = decisionSchema.shape

/** Lists have an end where they are given, not where they are read: what windows add at once may be more. */
export const editDecisionInput = z.object({
  decisionId: id,
  ...optional(decisionSchema, 'outcome', 'statement', 'because', 'deciderIds', 'dissent', 'appraisal', 'reviewBy'),
  dissents: dissents.unwrap().max(50).optional(),
  options: options.unwrap().max(50).optional(),
})

/** DEC5: an accepted decision is not edited; it is superseded. */
export const editDecision: Verb<State, z.input<typeof editDecisionInput>> = (state, { decisionId, ...patch }) => {
  const decision = state.record.decisions[decisionId]
  const named = patch.dissents?.map(({ personId }) => personId) ?? []
  if (new Set(named).size < named.length) return fail(refusal('DEC8', 'Each person dissents once.')) // DEC8
  return notProposed(decision) ?? ok(edit('decisions', decision as Decision, patch))
}

export function notProposed(decision: Decision | undefined): VerbResult | undefined {
  if (!decision) return fail(missing)
  return decision.status === 'proposed'
    ? undefined
    : fail(refusal('DEC5', 'An accepted decision stays as it is. Propose a new one that supersedes it.')) // DEC5
}

export const waiveFindingInput = z.object({ decisionId: id, feedbackId: id, byId: id, reason: text })

/** DEC2: a waiver has a name and a reason. */
export const waiveFinding: Verb<State, z.infer<typeof waiveFindingInput>> = (state, { decisionId, ...waiver }) => {
  const decision = state.record.decisions[decisionId]
  if (!state.record.people[waiver.byId]) return fail(refusal('DEC2', 'Say who waives it; this person was removed.')) // DEC2
  if (waiver.reason.trim() === '') return fail(refusal('DEC2', 'Give the reason of the waiver.')) // DEC2
  const others = decision?.waivers.filter((other) => other.feedbackId !== waiver.feedbackId) ?? []
  return notProposed(decision) ?? ok(edit('decisions', decision as Decision, { waivers: [...others, waiver] }))
}

/** Blocking items that are neither verified nor closed nor waived: an answer alone does not lift them. */
export function blockingFindings(feedback: Collection<FeedbackItem>, decision: Pick<Decision, 'waivers'>): FeedbackItem[] {
  const waived = new Set(decision.waivers.map(({ feedbackId }) => feedbackId))
  return Object.values(feedback).filter((item) => item.force === 'blocking' && !isSettled(item) && !waived.has(item.id))
}

export const acceptDecisionInput = z.object({ decisionId: id })

interface WithReview extends State {
  readonly record: State['record'] & { readonly review: Collection<Pick<Review, 'endsIn' | 'quorum'>> }
}

/** DEC7: what says that all is well, and is therefore refused while a blocking finding is open. */
export function isProceeding(
  decision: Pick<Decision, 'outcome' | 'appraisal' | 'appraisals'>,
  endsIn: Review['endsIn'],
): boolean {
  return endsIn === 'gate' ? decision.outcome === 'proceed' : standingAppraisal(decision) === 'accepted-as-is' // DEC7
}

/** DEC2: *proceed* is refused while a blocking item is open without a waiver. DEC4: accepting supersedes the decision before. */
export const acceptDecision: Verb<WithReview, z.infer<typeof acceptDecisionInput>> = (state, { decisionId }, { now }) => {
  const { decisions, feedback, people } = state.record
  const decision = decisions[decisionId]
  const refused = notProposed(decision)
  if (refused || !decision) return refused ?? fail(missing)
  const { endsIn = 'gate', quorum = null } = state.record.review['review'] ?? {}
  const appraisal = endsIn === 'appraisal' ? standingAppraisal(decision) : null // DEC7
  if (lackingIn(decision, endsIn, state.record.conditions).some((what) => needed.has(what)))
    return fail(
      refusal(
        'DEC6',
        `Choose the ${endsIn === 'gate' ? 'outcome' : 'appraisal'} and write the exact statement before the decision is accepted.`,
      ),
    ) // DEC6
  const blocking = isProceeding(decision, endsIn) ? blockingFindings(feedback, decision) : []
  if (blocking.length > 0)
    return fail(
      refusal(
        'DEC2',
        `${endsIn === 'gate' ? 'Proceed' : 'Accepted as is'} is refused while ${blocking.length === 1 ? 'a blocking finding is' : `${blocking.length} blocking findings are`} open. Close or waive first.`,
      ),
    ) // DEC2
  const superseded = Object.values(decisions)
    .filter((other) => other.status === 'accepted')
    .flatMap((other) => edit('decisions', other, { status: 'superseded', supersededById: decisionId })) // DEC4, DEC11
  const kept = { appraisal, quorum: quorum === null ? null : { needed: quorum, present: presentNow(people) } } // DEC10
  const accepted = { status: 'accepted', acceptedAt: now, ...kept } as const
  const acceptance: Acceptance = {
    id: decisionId,
    decision: { ...decision, ...accepted },
    conditions: inOrder(state.record.conditions)
      .filter((condition) => condition.decisionId === decisionId)
      .map((condition) => {
        const action = state.record.actions[condition.actionId]
        return { condition, action: action ? acceptedAction(action) : null }
      }),
  }
  return ok([...superseded, ...edit('decisions', decision, accepted), create('acceptances', acceptance)]) // DEC14
}

export const removeDecisionInput = z.object({ decisionId: id })

/** DEC5: only a proposal can be removed. DEC3: its conditions go with it, and their actions with them. */
export const removeDecision: Verb<State, z.infer<typeof removeDecisionInput>> = (state, { decisionId }) => {
  const decision = state.record.decisions[decisionId]
  const conditions = Object.values(state.record.conditions).filter((condition) => condition.decisionId === decisionId)
  return (
    notProposed(decision) ??
    ok([
      ...conditions.map((condition) => remove('conditions', condition)),
      ...conditions.flatMap(({ actionId }) => {
        const action = state.record.actions[actionId]
        return action ? [remove('actions', action)] : [] // DEC3
      }),
      remove('decisions', decision as Decision),
    ])
  )
}

export const addConditionInput = z.object({
  decisionId: id,
  text: conditionSchema.shape.text,
  ownerId: id.nullable().optional(),
  due: z.iso.date().nullable().optional(),
})

/** DEC3: a condition becomes an action item in the same step. */
export const addCondition: Verb<State, z.input<typeof addConditionInput>> = (
  state,
  { decisionId, text: wording, ownerId, due },
  context,
) => {
  const refused = notProposed(state.record.decisions[decisionId])
  if (refused) return refused
  if (wording.trim() === '') return fail(refusal('DEC3', 'Say what the condition is.'))
  const conditionId = context.newId()
  const action = addAction(
    state,
    { what: wording, ownerId: ownerId ?? null, due: due ?? null, source: { kind: 'condition', id: conditionId } },
    context,
  )
  if (!action.ok) return action
  const actionId = action.value[0]?.path[1] ?? ''
  const order = orderAtEnd(state.record.conditions)
  return ok([
    ...action.value,
    create('conditions', conditionSchema.parse({ id: conditionId, order, decisionId, text: wording.trim(), actionId })),
  ]) // DEC3
}

export const removeConditionInput = z.object({ conditionId: id })

/** DEC3: a condition goes with its action. */
export const removeCondition: Verb<State, z.infer<typeof removeConditionInput>> = (state, { conditionId }) => {
  const condition = state.record.conditions[conditionId]
  if (!condition) return fail(refusal('DEC3', 'This condition was removed.'))
  const refused = notProposed(state.record.decisions[condition.decisionId])
  if (refused) return refused
  const action = state.record.actions[condition.actionId]
  return ok([remove('conditions', condition), ...(action ? [remove('actions', action)] : [])])
}
