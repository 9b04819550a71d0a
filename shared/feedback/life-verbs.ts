import { z } from 'zod'
import type { Context } from '../context'
import { fail, ok } from '../result'
import { edit, type Refusal, refusal } from '../review/change'
import { type Collection, id, text } from '../review/fields'
import { isLeading, type Person } from '../review/people'
import type { Verb } from '../review/verb'
import { type FeedbackItem, type LifeAct, type LifeStep, dispositions, lifeStepSchema } from './item'
import { canComeNext, leadsBack, sideOfAct } from './life'

interface State {
  readonly record: {
    readonly feedback: Collection<FeedbackItem>
    readonly people: Collection<Person>
    readonly actions: Collection<{ readonly ownerId: string | null; readonly source: { readonly id: string | null } }>
    readonly risks: Collection<{ readonly feedbackId: string | null }>
  }
}

const missing = refusal('FND3', 'This feedback item was removed, or is not revealed yet.')

const impossible: Readonly<Record<LifeAct, string>> = {
  dispose: 'Only a finding that is open is answered with a disposition.',
  implement: 'Only a finding that was accepted can be implemented.',
  verify: 'Only what is implemented can be verified.',
  close: 'This finding is closed once it was verified, or once its disposition leaves nothing to do. Its raiser can withdraw it.',
  withdraw: 'This item is closed already.',
  reopen: 'This item is open already.',
}

/** FND4: the presenters' side answers, the raiser verifies and closes; who has no name is spoken for by the facilitator. */
function refusedActor(state: State, item: FeedbackItem, act: LifeAct, { actor }: Context): Refusal | null {
  const { people, actions, risks } = state.record
  const person = actor.personId === null ? undefined : people[actor.personId]
  if (sideOfAct[act] === 'presenters') {
    const presenters = Object.values(people).filter(({ roles }) => roles.includes('presenter'))
    if (person?.roles.includes('presenter') || (presenters.length === 0 && isLeading(person))) return null
    return refusal('FND4', 'The presenters answer findings. Act as one of them.') // FND4
  }
  const raiser = item.authorId === null ? undefined : people[item.authorId]
  if (raiser ? raiser.id !== person?.id : !isLeading(person))
    return refusal(
      'FND4',
      raiser
        ? `${raiser.name} raised this; only they do that. Act as ${raiser.name}.`
        : 'The facilitator does that for whoever raised it.',
    ) // FND4
  // FND5: also of an action that came of it by way of a risk.
  const isOf = ({ id }: { readonly id: string | null }) => id === item.id || risks[id ?? '']?.feedbackId === item.id
  const isOwner = Object.values(actions).some(({ ownerId, source }) => isOf(source) && ownerId === actor.personId)
  if (actor.personId !== null && isOwner && (act === 'verify' || act === 'close'))
    return refusal('FND5', 'Whoever owns the action that came of it does not verify or close it.') // FND5
  return null
}

function turn(
  state: State,
  feedbackId: string,
  act: LifeAct,
  context: Context,
  more: Partial<Pick<LifeStep, 'note' | 'disposition' | 'duplicateOf'>>,
): ReturnType<Verb<State, unknown>> {
  const item = state.record.feedback[feedbackId]
  if (!item) return fail(missing)
  if (!canComeNext(item, act)) return fail(refusal('FND3', impossible[act])) // FND3
  const refused = refusedActor(state, item, act, context)
  if (refused) return fail(refused)
  // FB5: nobody could tell later what was closed.
  if (
    act === 'close' &&
    item.label === 'issue' &&
    item.place === null &&
    item.location.trim() === '' &&
    item.requestedChange.trim() === ''
  )
    return fail(refusal('FB5', 'Say where the issue is, or what should change, before it is closed.'))
  const isUnnamed = item.isAnonymous && sideOfAct[act] === 'raiser'
  const step = lifeStepSchema.parse({
    ...more,
    note: more.note?.trim() ?? '',
    act,
    at: context.now,
    byId: isUnnamed ? null : context.actor.personId,
  })
  return ok(edit('feedback', item, { life: [...item.life, step] })) // FND1
}

export const disposeFindingInput = z.object({
  feedbackId: id,
  disposition: z.enum(dispositions),
  rationale: text,
  /** The other finding, for a duplicate. */
  duplicateOf: id.nullable().optional(),
})

/** FND6: a disposition says why, and a duplicate of what. */
export const disposeFinding: Verb<State, z.infer<typeof disposeFindingInput>> = (
  state,
  { feedbackId, disposition, rationale, duplicateOf = null },
  context,
) => {
  if (rationale.trim() === '') return fail(refusal('FND6', 'Say why.')) // FND6
  if (disposition !== 'duplicate') return turn(state, feedbackId, 'dispose', context, { note: rationale, disposition })
  if (duplicateOf === null || !state.record.feedback[duplicateOf])
    return fail(refusal('FND6', 'Say which finding it duplicates.')) // FND6
  if (leadsBack(state.record.feedback, feedbackId, duplicateOf))
    return fail(refusal('FND6', 'That one duplicates this one already.')) // FND6
  return turn(state, feedbackId, 'dispose', context, { note: rationale, disposition, duplicateOf })
}

export const implementFindingInput = z.object({ feedbackId: id, note: text.optional() })

/** The presenters say that what was accepted is done, and by what. */
export const implementFinding: Verb<State, z.infer<typeof implementFindingInput>> = (state, { feedbackId, note = '' }, context) =>
  turn(state, feedbackId, 'implement', context, { note })

export const verifyFindingInput = z.object({ feedbackId: id, note: text.optional() })

export const verifyFinding: Verb<State, z.infer<typeof verifyFindingInput>> = (state, { feedbackId, note = '' }, context) =>
  turn(state, feedbackId, 'verify', context, { note })

export const closeFeedbackInput = z.object({ feedbackId: id, note: text.optional() })

export const closeFeedback: Verb<State, z.infer<typeof closeFeedbackInput>> = (state, { feedbackId, note = '' }, context) =>
  turn(state, feedbackId, 'close', context, { note })

export const withdrawFeedbackInput = z.object({ feedbackId: id, reason: text })

export const withdrawFeedback: Verb<State, z.infer<typeof withdrawFeedbackInput>> = (state, { feedbackId, reason }, context) =>
  reason.trim() === ''
    ? fail(refusal('FND7', 'Say why it is withdrawn.')) // FND7
    : turn(state, feedbackId, 'withdraw', context, { note: reason })

export const reopenFeedbackInput = z.object({ feedbackId: id, reason: text })

export const reopenFeedback: Verb<State, z.infer<typeof reopenFeedbackInput>> = (state, { feedbackId, reason }, context) =>
  reason.trim() === ''
    ? fail(refusal('FND7', 'Say why it is opened again.')) // FND7
    : turn(state, feedbackId, 'reopen', context, { note: reason })
