import { z } from 'zod'
import { lacksOwnerOrDate } from '../actions/action-verbs'
import type { ActionItem } from '../actions/action'
import type { AgendaItem } from '../agenda/item'
import { notReached } from '../agenda/outline'
import { fail, ok } from '../result'
import { type Change, edit, refusal } from '../review/change'
import type { Collection } from '../review/fields'
import type { Review } from '../review/review'
import { theReview } from '../review/review-verbs'
import type { Verb } from '../review/verb'
import type { TimerEvent } from '../timer/event'
import { timelineOf } from '../timer/timeline'
import { endItem } from '../timer/timer-verbs'

interface State {
  readonly record: {
    readonly review: Collection<Review>
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<TimerEvent>
    readonly actions: Collection<ActionItem>
  }
}

export const endMeetingInput = z.object({})

/** REV3: ending the meeting stops the timer, carries what was not discussed, and opens the follow-up. */
export const endMeeting: Verb<State, z.infer<typeof endMeetingInput>> = (state, _input, context) => {
  const review = theReview(state)
  if (review.status !== 'in-progress') return fail(refusal('REV3', 'The meeting is not in progress.')) // REV3
  const { activeItemId } = timelineOf(state.record.timer)
  const ended = activeItemId === null ? ok([] as Change[]) : endItem(state, {}, context)
  if (!ended.ok) return ended
  const carried = notReached(state.record.agenda)
    .filter(({ id }) => id !== activeItemId)
    .flatMap((item) => edit('agenda', item, { status: 'carried' })) // REV3
  return ok([...ended.value, ...carried, ...edit('review', review, { status: 'follow-up' })])
}

export const closeReviewInput = z.object({})

/** ACT3: every action has an owner and a due date before the review can be closed. */
export const closeReview: Verb<State, z.infer<typeof closeReviewInput>> = (state, _input, { now }) => {
  const review = theReview(state)
  if (review.status === 'in-progress') return fail(refusal('REV3', 'End the meeting first.'))
  if (review.status === 'closed') return fail(refusal('REV4', 'This review is closed already.')) // REV4
  const lacking = Object.values(state.record.actions)
    .filter(lacksOwnerOrDate)
    .map(({ number }) => number)
  if (lacking.length > 0) {
    const names = lacking.sort((left, right) => left - right).join(', ')
    return fail(refusal('ACT3', `Action ${names} ${lacking.length === 1 ? 'lacks' : 'lack'} an owner or a due date.`)) // ACT3
  }
  return ok(edit('review', review, { status: 'closed', closedAt: now }))
}

export const reopenReviewInput = z.object({})

/** REV4: a closed review can be opened again; the log keeps both. */
export const reopenReview: Verb<State, z.infer<typeof reopenReviewInput>> = (state) => {
  const review = theReview(state)
  if (review.status !== 'closed') return fail(refusal('REV4', 'This review is not closed.'))
  return ok(edit('review', review, { status: 'follow-up', closedAt: null }))
}
