import { outcomeOfTopic, type TopicOutcome } from '../actions/topic-verbs'
import { nameOf } from '../record/words'
import { dayWords } from '../review/dates'
import { inOrder } from '../review/fields'
import { nextMeetingWords } from '../review/next-meeting'
import type { BundleView } from './bundle-view'
import { feedbackInOrder } from './tables'

/** CLO5: what the end of a meeting leaves, in words, for the minutes in every form. */
export interface ClosingWords {
  /** Each parked topic, and what became of it. */
  readonly parking: readonly (readonly [topic: string, outcome: string])[]
  readonly lessons: readonly string[]
  /** '' when there is none. */
  readonly next: string
}

export const closingHeadings = { parking: 'Parking lot', lessons: 'Lessons learned', next: 'Next review' } as const

export function closingWords({ record, review }: BundleView): ClosingWords {
  return {
    parking: inOrder(record.parking).map((topic) => [topic.text, topicWords(outcomeOfTopic(topic, record.actions), record)]), // CLO5
    lessons: feedbackInOrder(record).flatMap(({ label, text }) => (label === 'lesson' ? [text] : [])), // CLO5
    next: nextMeetingWords(review), // CLO5
  }
}

function topicWords(outcome: TopicOutcome, { people }: BundleView['record']): string {
  switch (outcome.kind) {
    case 'open':
      return 'Left open'
    case 'settled':
      return 'Settled'
    case 'carried':
      return 'Carried to the next review'
    case 'action': {
      const { number, ownerId, due } = outcome.action
      return `Action ${number} (${nameOf(ownerId, people, 'no owner')}${due === null ? '' : `, due ${dayWords(due)}`})`
    }
  }
}
