import { expect, test } from 'vitest'
import { placeSchema, placeWords, type Region, whereWords } from '../../../shared/feedback/place'
import { feedbackTable } from '../../../shared/archive/tables'
import { makeReview } from '../../helpers/review-maker'
import { viewOf } from '../../helpers/view-of'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])
const materials = { m: { name: 'deck.pdf' } }
const region = (x: number, y: number, width = 0.2, height = 0.2): Region => ({ x, y, width, height })

test('[FB14] a place is told in words, a region by where its middle is', () => {
  const words = (at: Region | null) => placeWords({ materialId: 'm', page: 7, region: at }, materials)
  expect(words(null)).toBe('deck.pdf, page 7')
  expect(words(region(0, 0))).toBe('deck.pdf, page 7, upper left')
  expect(words(region(0.4, 0.4))).toBe('deck.pdf, page 7, middle')
  expect(words(region(0.8, 0.4))).toBe('deck.pdf, page 7, right')
  expect(words(region(0, 0.8, 1))).toBe('deck.pdf, page 7, lower')
  expect(words({ x: 0, y: 0, width: 1, height: 1 })).toBe('deck.pdf, page 7, middle')
  expect(whereWords({ place: { materialId: 'gone', page: 1, region: null }, location: 'the axis' }, materials)).toBe(
    'a removed material, page 1; the axis',
  )
  expect(whereWords({ place: null, location: '' }, materials)).toBe('')
})

test('[FB14] a region lies on its page, and a page is one of those that are counted', () => {
  const taken = (place: unknown) => placeSchema.safeParse(place).success
  expect(taken({ materialId: 'm', page: 1, region: region(0.8, 0.8) })).toBe(true)
  expect(taken({ materialId: 'm', page: 1, region: region(0.9, 0) })).toBe(false)
  expect(taken({ materialId: 'm', page: 1, region: region(-0.1, 0) })).toBe(false)
  expect(taken({ materialId: 'm', page: 0, region: null })).toBe(false)
  expect(taken({ materialId: 'm', page: 1.5, region: null })).toBe(false)
})

test('[FB5] [FB14] feedback is placed on a material of the review only; with a place an issue can be closed, and the table tells it', () => {
  const review = makeReview()
  const materialId = made(
    review.act('addMaterial', { name: 'deck.pdf', mediaType: 'application/pdf', bytes: 9, sha512: 'a'.repeat(128) }),
  )
  const place = { materialId, page: 7, region: region(0, 0) }
  const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'No unit', place }))
  expect(
    review.rule('addFeedback', { side: 'reviewer', label: 'issue', text: 'x', place: { ...place, materialId: 'gone' } }),
  ).toBe('FB14')
  expect(review.rule('editFeedback', { feedbackId, place: { ...place, materialId: 'gone' } })).toBe('FB14')
  const presenter = made(review.act('addPerson', { name: 'Pia', roles: ['presenter'] }))
  review.actAs(presenter, 'disposeFinding', { feedbackId, disposition: 'deferred', rationale: 'Next year' })
  expect(review.rule('closeFeedback', { feedbackId })).toBe('ok')
  review.act('editFeedback', { feedbackId, place: null })
  expect(review.rule('closeFeedback', { feedbackId })).toBe('FB5')
  review.act('editFeedback', { feedbackId, place })
  expect(feedbackTable(viewOf(review)).flat()).toContain('deck.pdf, page 7, upper left')
})
