import { z } from 'zod'
import { fail, ok } from '../result'
import { edit, refusal } from '../review/change'
import { type Collection, id } from '../review/fields'
import type { Verb } from '../review/verb'
import { headOf, membersOf } from './group'
import { type FeedbackItem, feedbackSchema } from './item'

interface State {
  readonly record: { readonly feedback: Collection<FeedbackItem> }
  readonly desk: { readonly feedback: Collection<FeedbackItem> }
}

const missing = refusal('FB8', 'This feedback item was removed.')
const docOf = (state: State, feedbackId: string): 'record' | 'desk' => (state.record.feedback[feedbackId] ? 'record' : 'desk')

export const groupFeedbackInput = z.object({ feedbackId: id, underId: id })

/** FB8: puts an item, and those under it, under another that says the same. */
export const groupFeedback: Verb<State, z.infer<typeof groupFeedbackInput>> = (state, { feedbackId, underId }) => {
  const doc = docOf(state, feedbackId)
  const items = state[doc].feedback
  const [item, under] = [items[feedbackId], items[underId]]
  if (!item) return fail(missing)
  if (!under)
    return fail(
      state.record.feedback[underId] || state.desk.feedback[underId]
        ? refusal('FB8', 'One of the two is not revealed. Reveal it first.') // FB8
        : missing,
    )
  const head = headOf(items, under) ?? under
  if (head.id === item.id) return fail(refusal('FB8', 'An item does not stand under itself.')) // FB8
  return ok([item, ...membersOf(items, item.id)].flatMap((each) => edit('feedback', each, { underId: head.id }, doc)))
}

export const splitFeedbackInput = z.object({ feedbackId: id })

/** FB8: takes an item out of its group. */
export const splitFeedback: Verb<State, z.infer<typeof splitFeedbackInput>> = (state, { feedbackId }) => {
  const doc = docOf(state, feedbackId)
  const item = state[doc].feedback[feedbackId]
  return item ? ok(edit('feedback', item, { underId: null }, doc)) : fail(missing)
}

export const countHandsInput = z.object({ feedbackId: id, hands: feedbackSchema.shape.hands.unwrap() })

/** FB9: enters how many raised their hands, or with null that nobody was asked. */
export const countHands: Verb<State, z.infer<typeof countHandsInput>> = ({ record }, { feedbackId, hands }) => {
  const item = record.feedback[feedbackId]
  if (!item) return fail(refusal('FB9', 'Hands are raised for what everybody can read. Reveal it first.')) // FB9
  return ok(edit('feedback', item, { hands }))
}
