import { z } from 'zod'
import { fail, ok } from '../result'
import { edit, refusal } from './change'
import { type Collection, optional } from './fields'
import { type Review, reviewSchema } from './review'
import type { Verb } from './verb'

interface State {
  readonly record: { readonly review: Collection<Review> }
}

/** The review entity; refused only on an empty document, which the app never offers to edit. */
export function theReview(state: State): Review {
  const review = state.record.review['review']
  if (!review) throw new Error('the record has no review')
  return review
}

export const editReviewInput = z.object(
  optional(
    reviewSchema,
    'title',
    'subject',
    'version',
    'kind',
    'endsIn',
    'objectives',
    'decisionSought',
    'purpose',
    'takeaways',
    'impact',
    'scheduledStart',
    'scheduledLengthMs',
    'quorum',
    'timeZone',
    'warningMs',
    'dangerMs',
  ),
)

/** REV1: a review always has a title. */
export const editReview: Verb<State, z.infer<typeof editReviewInput>> = (state, patch) => {
  if (patch.title !== undefined && patch.title.trim() === '') return fail(refusal('REV1', 'A review needs a title.')) // REV1
  return ok(edit('review', theReview(state), patch))
}

export const beginPreparationInput = z.object({})

/** REV2: planned becomes preparing. */
export const beginPreparation: Verb<State, z.infer<typeof beginPreparationInput>> = (state) => {
  const review = theReview(state)
  if (review.status !== 'planned') return fail(refusal('REV2', 'Preparation has begun already.')) // REV2
  return ok(edit('review', review, { status: 'preparing' }))
}

export const setNextMeetingInput = z.object({
  on: reviewSchema.shape.nextMeetingOn.unwrap(),
  time: reviewSchema.shape.nextMeetingTime.unwrap(),
})

/** CLO4: the next review has a day, and on it a time or none. */
export const setNextMeeting: Verb<State, z.infer<typeof setNextMeetingInput>> = (state, { on, time }) => {
  if (on === null && time !== null) return fail(refusal('CLO4', 'Say on which day, then at what time.')) // CLO4
  return ok(edit('review', theReview(state), { nextMeetingOn: on, nextMeetingTime: time }))
}
