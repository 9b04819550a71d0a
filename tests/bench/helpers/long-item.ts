import { heavyReview } from '../../helpers/heavy-review'
import { paragraph } from '../../helpers/review-maker'
import type { Commit } from '../../../shared/record/commit'
import { inOrder } from '../../../shared/review/fields'
import { words } from '../pages/words'

/** A review as full as a real one, whose first item has so many paragraphs of minutes; one commit. */
export function longItem(paragraphs: number): { reviewId: string; commits: Commit[] } {
  const { review } = heavyReview()
  const { record } = review.state()
  const [first] = inOrder(record.agenda)
  review.write(first?.id ?? null, ...words(paragraphs).map((text) => paragraph(text, 1)))
  const reviewId = record.review['review']?.reviewId ?? ''
  return { reviewId, commits: [{ id: 'long-item', reviewId, at: 1, parts: review.parts(), log: review.log }] }
}
