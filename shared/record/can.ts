import type { Context } from '../context'
import { fail } from '../result'
import { refusal } from '../review/change'
import { isLeading, type Role } from '../review/people'
import type { VerbResult } from '../review/verb'
import type { ReviewState } from './state'
import type { VerbName } from './verbs'

/** Verbs that people other than the facilitator and the recorder may do themselves. Everything else is the facilitator's or the recorder's. */
export const allowed: Partial<Record<VerbName, readonly Role[]>> = {
  addFeedback: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  editFeedback: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  disposeFinding: ['presenter'],
  implementFinding: ['presenter'],
  verifyFinding: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  closeFeedback: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  withdrawFeedback: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  reopenFeedback: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  queueQuestion: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  recordPreparation: ['reviewer'],
  addPreparedQuestion: ['presenter', 'reviewer', 'decision-maker'],
  editPreparedQuestion: ['presenter', 'reviewer', 'decision-maker'],
  usePreparedQuestion: ['presenter', 'reviewer', 'decision-maker', 'observer'],
  decideGateCriterion: ['decision-maker'],
  submitBallot: ['reviewer', 'decision-maker'],
  setConsensus: ['decision-maker'],
  respondToPanel: ['presenter'],
  acceptDecision: ['decision-maker'],
  editAction: ['presenter', 'reviewer', 'decision-maker'],
  editActions: ['presenter', 'reviewer', 'decision-maker'],
}

/** What may still be done to a closed review. */
export const afterClosing = new Set<VerbName>([
  'reopenReview',
  'editAction',
  'editActions',
  'importActions',
  // RSK5: risks go on as well.
  'editRisk',
  'decideRisk',
  'implementFinding',
  'verifyFinding',
  'closeFeedback',
  'recordClockChange',
])

/** Where an input says whose the thing is: nobody but the leading names somebody else there. */
const whose: Partial<Record<VerbName, string>> = {
  addFeedback: 'authorId',
  editFeedback: 'authorId',
  recordPreparation: 'personId',
}

/** CAN1: who may do what, the one table. The operator's hands decide: on one laptop the facilitator acts as others. */
export function can(
  verb: VerbName,
  state: ReviewState,
  { actor, operator }: Pick<Context, 'actor' | 'operator'>,
  input: unknown = {},
): VerbResult | undefined {
  if (state.record.review['review']?.status === 'closed' && !afterClosing.has(verb))
    return fail(refusal('CAN2', 'This review is closed. Open it again to change it.')) // CAN2
  const person = operator.personId === null ? undefined : state.record.people[operator.personId]
  if (!person || isLeading(person)) return undefined
  const notTheirs = fail(
    refusal('CAN3', `${person.name} is not the facilitator or the recorder and acts in their own name only.`),
  )
  if (actor.personId !== operator.personId) return notTheirs // CAN3
  if (!allowed[verb]?.some((role) => person.roles.includes(role)))
    return fail(refusal('CAN1', `${person.name} is not the facilitator or the recorder.`)) // CAN1
  const named = (input as Readonly<Record<string, unknown>>)[whose[verb] ?? '']
  // Who raised an item is entered with it, and changed by the leading alone.
  const isTheirs = named === undefined || (verb !== 'editFeedback' && (named === null || named === person.id))
  return isTheirs ? undefined : notTheirs // CAN3
}
