import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headOf, membersOf } from '../../../shared/feedback/group'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

function board(isPrivate = false) {
  const review = makeReview()
  const add = (text: string) => made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text, isPrivate }))
  const items = () => review.state()[isPrivate ? 'desk' : 'record'].feedback
  const under = (headId: string) =>
    membersOf(items(), headId)
      .map(({ text }) => text)
      .sort()
  return { review, add, items, under }
}

test('[FB8] what says the same stands under one item, on one level; what stood under it goes along', () => {
  const { review, add, items, under } = board()
  const [a, b, c, d] = [add('a'), add('b'), add('c'), add('d')]
  review.act('groupFeedback', { feedbackId: b, underId: a })
  review.act('groupFeedback', { feedbackId: d, underId: c })
  expect([under(a), under(c)]).toEqual([['b'], ['d']])
  // Under one that stands under another is under its head.
  review.act('groupFeedback', { feedbackId: c, underId: b })
  expect([under(a), under(c), under(b)]).toEqual([['b', 'c', 'd'], [], []])
  review.act('splitFeedback', { feedbackId: c })
  expect(under(a)).toEqual(['b', 'd'])
  expect(headOf(items(), { id: c, underId: items()[c]?.underId ?? null })).toBeNull()
})

test('[FB8] nothing stands under itself, and revealed and unrevealed are not put together', () => {
  const { review, add } = board()
  const [a, b] = [add('a'), add('b')]
  expect(review.rule('groupFeedback', { feedbackId: a, underId: a })).toBe('FB8')
  review.act('groupFeedback', { feedbackId: b, underId: a })
  expect(review.rule('groupFeedback', { feedbackId: a, underId: b })).toBe('FB8')
  expect(review.rule('groupFeedback', { feedbackId: 'gone', underId: a })).toBe('FB8')
  expect(review.rule('groupFeedback', { feedbackId: a, underId: 'gone' })).toBe('FB8')
  expect(review.rule('splitFeedback', { feedbackId: 'gone' })).toBe('FB8')
  const hidden = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'h', isPrivate: true }))
  expect(review.rule('groupFeedback', { feedbackId: a, underId: hidden })).toBe('FB8')
  expect(review.rule('groupFeedback', { feedbackId: hidden, underId: a })).toBe('FB8')
})

test('[FB8] what lost its head stands by itself, also after a reveal of one of them', () => {
  const { review, add, under } = board()
  const [a, b] = [add('a'), add('b')]
  review.act('groupFeedback', { feedbackId: b, underId: a })
  review.act('removeFeedback', { feedbackId: a })
  expect(headOf(review.state().record.feedback, { id: b, underId: a })).toBeNull()
  expect(under(a)).toEqual([])

  const desk = board(true)
  const [head, member] = [desk.add('head'), desk.add('member')]
  desk.review.act('groupFeedback', { feedbackId: member, underId: head })
  expect(desk.under(head)).toEqual(['member'])
  desk.review.act('revealFeedback', { feedbackIds: [head] })
  expect(desk.under(head)).toEqual([])
  desk.review.act('revealFeedback', { feedbackIds: [member] })
  expect(membersOf(desk.review.state().record.feedback, head).map(({ text }) => text)).toEqual(['member'])
})

test('[FB8] whatever two windows wrote, each item is a head or stands under a head', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const anyUnder = fc.tuple(...ids.map(() => fc.constantFrom(...ids, 'gone', null)))
  fc.assert(
    fc.property(anyUnder, (drawn) => {
      const items = Object.fromEntries(ids.map((id, at) => [id, { id, underId: drawn[at] ?? null }]))
      const shown = Object.values(items).flatMap((item) =>
        headOf(items, item) ? [] : [item.id, ...membersOf(items, item.id).map(({ id }) => id)],
      )
      expect(shown.sort()).toEqual(ids)
    }),
  )
})

test('[FB9] a show of hands is a number of what is revealed, and is taken back', () => {
  const { review, add, items } = board()
  const a = add('a')
  review.act('countHands', { feedbackId: a, hands: 7 })
  expect(items()[a]?.hands).toBe(7)
  review.act('countHands', { feedbackId: a, hands: 0 })
  expect(items()[a]?.hands).toBe(0)
  review.act('countHands', { feedbackId: a, hands: null })
  expect(items()[a]?.hands).toBeNull()
  for (const hands of [-1, 1.5, 10_000]) expect(review.rule('countHands', { feedbackId: a, hands })).not.toBe('ok')
  const hidden = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'h', isPrivate: true }))
  expect(review.rule('countHands', { feedbackId: hidden, hands: 3 })).toBe('FB9')
})
