import { generateNKeysBetween } from 'fractional-indexing'
import { heavyReview } from '../../helpers/heavy-review'
import { feedbackSchema } from '../../../shared/feedback/item'
import type { Commit } from '../../../shared/record/commit'
import { applyChanges } from '../../../shared/record/document'
import { create } from '../../../shared/review/change'
import { inOrder } from '../../../shared/review/fields'

const labels = ['question', 'issue', 'praise', 'risk', 'suggestion', 'nitpick'] as const

/** A review as full as a real one, with so many items of feedback on its board; one commit. */
export function longBoard(count: number): { reviewId: string; commits: Commit[] } {
  const { review } = heavyReview()
  const { record } = review.state()
  const there = inOrder(record.feedback)
  const orders = generateNKeysBetween(there.at(-1)?.order ?? null, null, count - there.length)
  const added = orders.map((order, at) => {
    const like = there[at % there.length]
    return feedbackSchema.parse({
      ...{ id: `more-${at}`, order, side: 'reviewer', label: labels[at % labels.length], text: `${at}: ${like?.text}` },
      ...{ authorId: like?.authorId, itemId: like?.itemId, raisedAt: at, location: at % 3 === 0 ? `page ${at % 40}` : '' },
    })
  })
  applyChanges(
    review.docs,
    added.map((item) => create('feedback', item)),
    'bench',
  )
  const desk = Object.values(review.state().desk.feedback)
  review.act('revealFeedback', { feedbackIds: desk.map(({ id }) => id) })
  const reviewId = `board-${count}`
  applyChanges(
    review.docs,
    [{ doc: 'record', path: ['review', 'review', 'reviewId'], before: record.review['review']?.reviewId, after: reviewId }],
    'bench',
  )
  return { reviewId, commits: [{ id: reviewId, reviewId, at: 1, parts: review.parts(), log: review.log }] }
}
