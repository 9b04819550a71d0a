import { expect, test } from 'vitest'
import { waivedAtStart } from '../../../shared/readiness/missing'
import { makeReview } from '../../helpers/review-maker'

function reviewWithCriterion() {
  const review = makeReview()
  const [made] = review.act('addGateCriterion', { gate: 'exit', text: '  Every finding has an answer ' })
  const criterionId = String(made?.path[1])
  const person = Object.values(review.state().record.people).find(({ roles }) => roles.includes('decision-maker'))
  return { review, criterionId, personId: person?.id ?? '', criterion: () => review.state().record.gateCriteria[criterionId] }
}

test('[RDY1] a criterion has a text, when it is added and later', () => {
  const { review, criterionId, criterion } = reviewWithCriterion()
  expect(criterion()).toMatchObject({ gate: 'exit', text: 'Every finding has an answer', status: 'open', decidedAt: null })
  expect(review.rule('addGateCriterion', { gate: 'entrance', text: ' ' })).toBe('RDY1')
  expect(review.rule('editGateCriterion', { criterionId, text: '' })).toBe('RDY1')
  expect(review.rule('editGateCriterion', { criterionId: 'gone', text: 'x' })).toBe('RDY1')
  review.act('removeGateCriterion', { criterionId })
  expect(criterion()).toBeUndefined()
  expect(review.rule('removeGateCriterion', { criterionId })).toBe('RDY1')
})

test('[RDY2] a waiver needs a name and a reason, and both go with it', () => {
  const { review, criterionId, criterion, personId } = reviewWithCriterion()
  const waive = { criterionId, status: 'waived' } as const
  expect(review.rule('decideGateCriterion', waive)).toBe('RDY2')
  expect(review.rule('decideGateCriterion', { ...waive, waivedBy: personId, reason: ' ' })).toBe('RDY2')
  expect(review.rule('decideGateCriterion', { ...waive, reason: 'Nobody needs it' })).toBe('RDY2')
  expect(review.rule('decideGateCriterion', { ...waive, reason: 'Nobody needs it', waivedBy: 'gone' })).toBe('PPL2')
  review.act('decideGateCriterion', { ...waive, waivedBy: personId, reason: 'Nobody needs it' })
  expect(criterion()).toMatchObject({ status: 'waived', waivedBy: personId, reason: 'Nobody needs it' })
  review.act('decideGateCriterion', { criterionId, status: 'not-met', evidence: 'Two are open' })
  expect(criterion()).toMatchObject({ status: 'not-met', waivedBy: null, reason: '', evidence: 'Two are open' })
})

test('[RDY3] an answer keeps the instant it was first given, another has its own, none has none', () => {
  const { review, criterionId, criterion, personId } = reviewWithCriterion()
  review.act('decideGateCriterion', { criterionId, status: 'met' })
  const first = criterion()?.decidedAt ?? 0
  expect(first).toBeGreaterThan(0)
  review.act('decideGateCriterion', { criterionId, status: 'met', evidence: 'Looked at again' })
  expect(criterion()).toMatchObject({ decidedAt: first, evidence: 'Looked at again' })
  review.act('decideGateCriterion', { criterionId, status: 'not-met' })
  expect(criterion()?.decidedAt).toBeGreaterThan(first)
  // Waived by somebody else is another answer, in other words it is the same.
  const waive = { criterionId, status: 'waived', reason: 'Nobody needs it' } as const
  const otherId = Object.keys(review.state().record.people).find((id) => id !== personId) ?? ''
  review.act('decideGateCriterion', { ...waive, waivedBy: personId })
  const waived = criterion()?.decidedAt ?? 0
  review.act('decideGateCriterion', { ...waive, waivedBy: personId, reason: 'Nobody here needs it' })
  expect(criterion()).toMatchObject({ decidedAt: waived, reason: 'Nobody here needs it' })
  review.act('decideGateCriterion', { ...waive, waivedBy: otherId })
  expect(criterion()?.decidedAt).toBeGreaterThan(waived)
  review.act('decideGateCriterion', { criterionId, status: 'open' })
  expect(criterion()?.decidedAt).toBeNull()
})

test('[RDY13] whoever waived and was removed since is told as somebody removed', () => {
  const { review, personId } = reviewWithCriterion()
  const [made] = review.act('addGateCriterion', { gate: 'entrance', text: 'Materials were sent' })
  const criterionId = String(made?.path[1])
  review.act('decideGateCriterion', { criterionId, status: 'waived', waivedBy: personId, reason: 'Known' })
  review.act('removePerson', { personId })
  expect(waivedAtStart(review.state().record).map(({ words }) => words)).toContain('Materials were sent (by Somebody removed)')
})
