import { expect, test } from 'vitest'
import { applyChanges } from '../../../shared/record/document'
import { invert } from '../../../shared/review/change'
import { fullReview } from '../../helpers/full-review'

function reviewWithQuestion() {
  const { review, ids } = fullReview()
  const input = { side: 'reviewer', text: ' Why weekly? ', itemId: ids.item, askedBy: ids.person } as const
  const preparedId = String(review.act('addPreparedQuestion', input)[0]?.path[1])
  return { review, ids, preparedId, prepared: () => review.state().record.preparedQuestions[preparedId] }
}

test('[RDY5] a prepared question has a text, when it is filed and later', () => {
  const { review, preparedId, prepared } = reviewWithQuestion()
  expect(prepared()).toMatchObject({ text: 'Why weekly?', answer: '', usedAt: null })
  expect(review.rule('addPreparedQuestion', { side: 'presenter', text: '\n' })).toBe('RDY5')
  expect(review.rule('editPreparedQuestion', { preparedId, text: '' })).toBe('RDY5')
  review.act('removePreparedQuestion', { preparedId })
  for (const verb of ['editPreparedQuestion', 'removePreparedQuestion', 'usePreparedQuestion'] as const)
    expect(review.rule(verb, { preparedId })).toBe('RDY5')
})

test('[RDY6] one step puts a prepared question into the queue, once, and one undo takes it back', () => {
  const { review, ids, preparedId, prepared } = reviewWithQuestion()
  const queued = () => Object.values(review.state().record.questions).filter(({ text }) => text === 'Why weekly?')
  const changes = review.act('usePreparedQuestion', { preparedId })
  expect(queued()).toMatchObject([{ askedBy: ids.person, itemId: ids.item, answeredAt: null }])
  expect(prepared()?.usedAt).toBeGreaterThan(0)
  expect(review.rule('usePreparedQuestion', { preparedId })).toBe('RDY6')
  applyChanges(review.docs, invert(changes), 'test')
  expect([queued(), prepared()?.usedAt]).toEqual([[], null])
})
