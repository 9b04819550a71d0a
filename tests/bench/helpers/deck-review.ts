import { mkdirSync } from 'node:fs'
import { storeBytes } from '../../electron/helpers/bundle-content'
import { slidesPdf } from '../../helpers/pdf-seeds'
import { makeReview } from '../../helpers/review-maker'
import type { Commit } from '../../../shared/record/commit'

/** The sample review with slides of so many pages, whose bytes are put into the store; one commit. */
export function deckReview(store: string, pages: number): { reviewId: string; commits: Commit[]; address: string } {
  const review = makeReview()
  const bytes = slidesPdf(pages)
  mkdirSync(store, { recursive: true })
  const sha512 = storeBytes(store, bytes)
  review.act('addMaterial', { name: 'deck.pdf', mediaType: 'application/pdf', sha512, bytes: bytes.length })
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  return {
    reviewId,
    commits: [{ id: 'deck', reviewId, at: 1, parts: review.parts(), log: review.log }],
    address: `/materials/${sha512}?name=deck.pdf`,
  }
}
