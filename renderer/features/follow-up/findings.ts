import type { FeedbackItem, Label } from '../../../shared/feedback/item'
import { type Collection, compare } from '../../../shared/review/fields'

/** Labels that ask the other side for something. */
const asking = new Set<Label>(['question', 'suggestion', 'issue', 'risk', 'nitpick', 'ask'])
const answering = new Set<Label>(['response', 'commitment'])
const forceRank = { blocking: 0, 'non-blocking': 1, 'if-minor': 2 } as const
const severityRank = { major: 0, minor: 1, editorial: 2 } as const

export interface Finding {
  readonly item: FeedbackItem
  /** Responses and commitments that point at it, oldest first. */
  readonly answers: readonly FeedbackItem[]
}

/** Open items that ask for something: unanswered first, then by force, severity and age. */
export function openFindings(feedback: Collection<FeedbackItem>): Finding[] {
  const items = Object.values(feedback)
  return items
    .filter((item) => item.status === 'open' && asking.has(item.label))
    .map((item) => ({ item, answers: answersTo(item.id, items) }))
    .sort(
      (left, right) =>
        Number(left.answers.length > 0) - Number(right.answers.length > 0) ||
        rank(left.item) - rank(right.item) ||
        compare(left.item.raisedAt, right.item.raisedAt) ||
        compare(left.item.id, right.item.id),
    )
}

function answersTo(id: string, items: readonly FeedbackItem[]): FeedbackItem[] {
  return items
    .filter((item) => item.answersId === id && (answering.has(item.label) || item.side === 'reviewer'))
    .sort((left, right) => compare(left.raisedAt, right.raisedAt))
}

function rank({ force, severity }: FeedbackItem): number {
  return (force === null ? 3 : forceRank[force]) * 4 + (severity === null ? 3 : severityRank[severity])
}
