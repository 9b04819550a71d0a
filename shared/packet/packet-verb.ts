import { generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import type { Context } from '../context'
import { addFeedback, addFeedbackInput } from '../feedback/feedback-verbs'
import type { FeedbackItem } from '../feedback/item'
import { recordPreparation, recordPreparationInput } from '../readiness/preparation-verbs'
import type { Preparation } from '../readiness/preparation'
import { fail, ok } from '../result'
import { type Change, refusal } from '../review/change'
import { type Collection, inOrder } from '../review/fields'
import type { Material } from '../review/materials'
import type { Person } from '../review/people'
import type { Verb, VerbResult } from '../review/verb'
import { submitBallot, submitBallotInput } from '../rubric/ballot-verbs'
import type { Criterion } from '../rubric/criterion'
import { isByRubric } from '../rubric/panel'
import type { Ballot, Panel } from '../rubric/score'
import { packetSchema } from './packet'

export interface PacketState {
  readonly record: {
    readonly people: Collection<Person>
    readonly materials: Collection<Material>
    readonly preparations: Collection<Preparation>
    readonly feedback: Collection<FeedbackItem>
    readonly criteria: Collection<Criterion>
    readonly panel: Collection<Panel>
  }
  readonly desk: { readonly feedback: Collection<FeedbackItem>; readonly ballots: Collection<Ballot> }
}

/** PKT6: the id in the review of what has this name in that packet. */
export const packetItemId = (packetId: string, key: string): string => `${packetId}-${key}`

export const importPacketInput = z.object({
  packetId: packetSchema.shape.packetId,
  feedback: z
    .array(
      addFeedbackInput
        .omit({ side: true, authorId: true, answersId: true, isAnonymous: true, isPrivate: true })
        .extend({ key: z.string().regex(/^[fq]\d{1,7}$/) }),
    )
    .max(4_000),
  preparation: recordPreparationInput.omit({ personId: true }).optional(),
  ballot: submitBallotInput.optional(),
})
export type PacketInput = z.output<typeof importPacketInput>

/** PKT5: what a packet brings, in one step, as its reviewer's; the same rules hold as for what is entered here. */
export const importPacket: Verb<PacketState, PacketInput> = (state, { packetId, feedback, preparation, ballot }, context) => {
  const { personId } = context.actor
  if (personId === null || !state.record.people[personId]?.roles.includes('reviewer'))
    return fail(refusal('PKT4', 'A packet comes from somebody who reviews here.')) // PKT4
  if (feedback.length === 0 && !preparation && !ballot) return fail(refusal('PKT5', 'The packet brings nothing new.'))
  return together([
    items(state, packetId, feedback, context),
    ...(preparation ? [prepared(state, personId, preparation, context)] : []),
    ...(ballot ? [sealed(state, personId, ballot, context)] : []),
  ])
}

/** PKT7: on the desk, in the reviewer's name. */
function items(state: PacketState, packetId: string, feedback: PacketInput['feedback'], context: Context): VerbResult {
  const { record, desk } = state
  const ids = feedback.map(({ key }) => packetItemId(packetId, key))
  if (new Set(ids).size < ids.length || ids.some((id) => record.feedback[id] || desk.feedback[id]))
    return fail(refusal('PKT6', 'Feedback of this packet is in the review already, and stays as it is there.')) // PKT6
  const last = inOrder({ ...desk.feedback, ...record.feedback }).at(-1)?.order ?? null
  const orders = generateNKeysBetween(last, null, ids.length)
  return together(
    feedback.map(({ key: _key, ...input }, at) => {
      const asThis = { ...context, newId: () => ids[at] ?? '' }
      const made = addFeedback(state, { ...input, side: 'reviewer', isPrivate: true }, asThis) // PKT7
      const order = orders[at] ?? ''
      return made.ok ? ok(made.value.map((change) => ({ ...change, after: { ...(change.after as FeedbackItem), order } }))) : made
    }),
  )
}

/** PKT8: only what the review does not say yet. */
function prepared(
  state: PacketState,
  personId: string,
  told: NonNullable<PacketInput['preparation']>,
  context: Context,
): VerbResult {
  const before = state.record.preparations[personId]
  const isSaid =
    before &&
    ((told.materialIds !== undefined && before.materialIds.length > 0) ||
      (told.spentMs !== undefined && before.spentMs !== null) ||
      (told.outcome !== undefined && before.outcome !== null) ||
      (told.note !== undefined && before.note.trim() !== ''))
  if (isSaid) return fail(refusal('PKT8', 'The preparation is recorded already, and stays as it is in the review.')) // PKT8
  return recordPreparation(state, { personId, ...told }, context)
}

/** PKT9: a ballot that is in stays. */
function sealed(state: PacketState, personId: string, ballot: NonNullable<PacketInput['ballot']>, context: Context): VerbResult {
  const given = state.desk.ballots[personId]
  if (given && isByRubric(given, state.record.criteria))
    return fail(refusal('PKT9', 'A ballot of this reviewer is in already, and stays.')) // PKT9
  return submitBallot(state, ballot, context)
}

/** All of them, or the first refusal. */
function together(results: readonly VerbResult[]): VerbResult {
  const changes: Change[] = []
  for (const result of results) {
    if (!result.ok) return result
    changes.push(...result.value)
  }
  return ok(changes)
}
