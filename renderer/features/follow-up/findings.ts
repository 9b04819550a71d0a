import type { FeedbackItem, Label } from '../../../shared/feedback/item'
import { statusOf } from '../../../shared/feedback/life'
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

/** Items that ask for something and are not closed: unanswered first, then by force, severity and age. */
export function openFindings(feedback: Collection<FeedbackItem>): Finding[] {
  const items = Object.values(feedback)
  return items
    .filter((item) => statusOf(item) !== 'closed' && asking.has(item.label))
    .map((item) => ({ item, answers: answersTo(item.id, items) }))
    .sort(
      (left, right) =>
        Number(isAnswered(left)) - Number(isAnswered(right)) ||
        rank(left.item) - rank(right.item) ||
        compare(left.item.raisedAt, right.item.raisedAt) ||
        compare(left.item.id, right.item.id),
    )
}

/** By the other side's words or by a disposition. */
export function isAnswered({ item, answers }: Finding): boolean {
  return answers.length > 0 || statusOf(item) !== 'open'
}

function answersTo(id: string, items: readonly FeedbackItem[]): FeedbackItem[] {
  return items
    .filter((item) => item.answersId === id && (answering.has(item.label) || item.side === 'reviewer'))
    .sort((left, right) => compare(left.raisedAt, right.raisedAt))
}

function rank({ force, severity }: FeedbackItem): number {
  return (force === null ? 3 : forceRank[force]) * 4 + (severity === null ? 3 : severityRank[severity])
}
