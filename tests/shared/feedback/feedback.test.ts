import { expect, test } from 'vitest'
import { hasForce, labels, labelsOf } from '../../../shared/feedback/item'
import { sides } from '../../../shared/review/review'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[FB1] [FB2] of every label on every side: only the side it belongs to takes it, and force only where a change is asked for', () => {
  const review = makeReview()
  for (const side of sides)
    for (const label of labels) {
      const belongs = labelsOf(side).includes(label)
      expect(review.rule('addFeedback', { side, label, text: 'Said' }), `${side} ${label}`).toBe(belongs ? 'ok' : 'FB1')
      if (!belongs) continue
      const forced = hasForce(label) ? 'ok' : 'FB2'
      expect(review.rule('addFeedback', { side, label, text: 'Said', force: 'blocking' })).toBe(forced)
      expect(review.rule('addFeedback', { side, label, text: 'Said', severity: 'major' })).toBe(forced)
    }
  expect(labels.filter((label) => sides.every((side) => labelsOf(side).includes(label)))).toEqual(['note', 'lesson'])
})

test('[FB2] a label without force takes force and severity away', () => {
  const review = makeReview()
  const feedbackId = made(
    review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Leak', force: 'blocking', severity: 'major' }),
  )
  review.act('editFeedback', { feedbackId, label: 'praise' })
  expect(review.state().record.feedback[feedbackId]).toMatchObject({ label: 'praise', force: null, severity: null })
})

test('[FB3] a text is enough, and none is refused', () => {
  const review = makeReview()
  expect(review.rule('addFeedback', { side: 'reviewer', label: 'note', text: '\n ' })).toBe('FB3')
  const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label: 'note', text: ' Clear. ' }))
  expect(review.state().record.feedback[feedbackId]).toMatchObject({ text: 'Clear.', status: 'open', itemId: null, location: '' })
  expect(review.rule('editFeedback', { feedbackId, text: '' })).toBe('FB3')
})

test('[FB5] an issue without a place or a requested change is not closed; other labels are', () => {
  const review = makeReview()
  const presenter = made(review.act('addPerson', { name: 'Pia', roles: ['presenter'] }))
  const add = (label: 'issue' | 'nitpick') => {
    const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label, text: 'Leak' }))
    review.actAs(presenter, 'disposeFinding', { feedbackId, disposition: 'deferred', rationale: 'Next year' })
    return feedbackId
  }
  const [issue, nitpick] = [add('issue'), add('nitpick')]
  expect(review.rule('closeFeedback', { feedbackId: nitpick })).toBe('ok')
  expect(review.rule('closeFeedback', { feedbackId: issue })).toBe('FB5')
  for (const field of ['location', 'requestedChange'] as const) {
    review.act('editFeedback', { feedbackId: issue, [field]: 'page 3' })
    expect(review.rule('closeFeedback', { feedbackId: issue })).toBe('ok')
    review.act('editFeedback', { feedbackId: issue, [field]: '' })
  }
})

test('[FB4] [FB6] a private item is in the desk alone; reveal moves it, whole and in one step', () => {
  const review = makeReview()
  const before = Object.keys(review.state().record.feedback)
  const changes = review.act('addFeedback', { side: 'reviewer', label: 'risk', text: 'Budget is gone', isPrivate: true })
  expect(changes.map(({ doc }) => doc)).toEqual(['desk'])
  const feedbackId = made(changes)
  expect(Object.keys(review.state().record.feedback)).toEqual(before)
  expect(Buffer.from(review.parts().find(({ docId }) => docId === 'record')?.update ?? []).includes('Budget')).toBe(false)
  const item = review.state().desk.feedback[feedbackId]
  expect(review.rule('revealFeedback', { feedbackIds: [feedbackId, 'gone'] })).toBe('FB6')
  review.act('revealFeedback', { feedbackIds: [feedbackId] })
  expect(review.state().record.feedback[feedbackId]).toEqual(item)
  expect(review.state().desk.feedback).toEqual({})
  expect(review.rule('revealFeedback', { feedbackIds: [feedbackId] })).toBe('FB6')
})
