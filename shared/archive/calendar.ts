import type { ActionItem } from '../actions/action'
import type { Instant } from '../context'
import { nameOf, sourceWords } from '../record/words'
import { nextMeetingAt } from '../review/next-meeting'
import type { Review } from '../review/review'
import type { BundleView } from './bundle-view'
import { actionsInOrder } from './tables'

/** An action as a calendar shows it. */
export interface CalendarEntry extends Pick<ActionItem, 'id' | 'due' | 'status' | 'priority' | 'createdAt'> {
  readonly summary: string
  readonly description: string
}

/** CLO5: the next review as a calendar shows it: with an instant where a time of day is known, else all day. */
export interface NextEntry {
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly day: string
  readonly startsAt: Instant | null
  /** Null: nobody knows how long. */
  readonly lengthMs: number | null
  readonly createdAt: Instant
}

export interface Calendar {
  readonly name: string
  readonly program: string
  readonly at: Instant
  readonly entries: readonly CalendarEntry[]
  readonly next: NextEntry | null
}

/** RND4: people have no addresses here, so the owner stands in the words. */
export function actionCalendar({ record, review, program, lastChange }: BundleView): Calendar {
  const entries = actionsInOrder(record).map((action): CalendarEntry => {
    const { id, due, status, priority, createdAt, number, what, ownerId, verifierId } = action
    const owner = nameOf(ownerId, record.people, '')
    const lines = [
      `Action ${number} of the review "${review.title}".`,
      `Owner: ${owner || 'none'}`,
      verifierId === null ? '' : `Verifier: ${nameOf(verifierId, record.people)}`,
      `From: ${sourceWords(action, record)}`,
    ]
    return {
      ...{ id, due, status, priority, createdAt },
      summary: owner === '' ? what : `${owner}: ${what}`,
      description: lines.filter(Boolean).join('\n'),
    }
  })
  return { name: review.title, program, at: lastChange, entries, next: nextEntry(review) }
}

function nextEntry(review: Review): NextEntry | null {
  if (review.nextMeetingOn === null) return null
  return {
    id: `${review.reviewId}-next`,
    summary: `Next review: ${review.title}`,
    description: `Agreed in the review "${review.title}".`,
    day: review.nextMeetingOn,
    startsAt: nextMeetingAt(review),
    lengthMs: review.scheduledLengthMs,
    createdAt: review.createdAt,
  }
}
