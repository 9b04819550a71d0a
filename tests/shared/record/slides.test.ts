import { expect, test } from 'vitest'
import { slidesInOrder } from '../../../shared/record/slide-verbs'
import { makeReview } from '../../helpers/review-maker'

function withDecks() {
  const review = makeReview()
  const file = { mediaType: 'application/pdf', bytes: 1, sha512: 'ab'.repeat(64) }
  const decks = ['one.pdf', 'two.pdf'].map((name) => String(review.act('addMaterial', { name, ...file })[0]?.path[1]))
  const shown = () => slidesInOrder(review.state().record)
  return { review, decks: decks as [string, string], shown }
}

test('[SLD3] a page on the wall is noted with its item, once while it stays, and only during the meeting', () => {
  const { review, decks, shown } = withDecks()
  const [materialId] = decks
  review.act('showSlide', { materialId, page: 1 })
  expect(shown()).toEqual([])
  review.act('nextItem', {})
  for (const page of [1, 1, 2, 1]) review.act('showSlide', { materialId, page })
  const first = shown()[0]?.itemId
  review.act('nextItem', {})
  review.act('showSlide', { materialId, page: 1 })
  expect(shown().map(({ page }) => page)).toEqual([1, 2, 1, 1])
  expect(shown()[3]?.itemId).not.toBe(first)
  expect(() => review.act('showSlide', { materialId: 'gone', page: 1 })).toThrow(/removed/)
})
