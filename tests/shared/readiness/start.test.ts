import { expect, test } from 'vitest'
import { missingAtStart } from '../../../shared/readiness/missing'
import { applyChanges } from '../../../shared/record/document'
import { invert } from '../../../shared/review/change'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const reviewOf = (review: MadeReview) => review.state().record.review['review']
const missingOf = (review: MadeReview) => missingAtStart(review.state().record).map(({ words }) => words)
const firstItem = (review: MadeReview) =>
  Object.values(review.state().record.agenda).sort((left, right) => (left.order < right.order ? -1 : 1))[0]?.id ?? ''

/** The sample, in which nothing is missing, with one entrance criterion that is open. */
function unready(): MadeReview {
  const review = makeReview()
  review.act('addGateCriterion', { gate: 'entrance', text: 'The room is booked' })
  return review
}

test('[RDY7] missing are entrance criteria without a good answer, and expected reviewers not known to be prepared', () => {
  const review = unready()
  const [criterionId = ''] = missingAtStart(review.state().record).map(({ id }) => id)
  const reviewer = Object.values(review.state().record.people).find(({ roles }) => roles.includes('reviewer'))
  const personId = reviewer?.id ?? ''
  expect(missingOf(review)).toEqual(['Not answered: The room is booked'])
  review.act('decideGateCriterion', { criterionId, status: 'not-met' })
  expect(missingOf(review)).toEqual(['Not met: The room is booked'])
  review.act('decideGateCriterion', { criterionId, status: 'waived', waivedBy: personId, reason: 'We meet outside' })
  expect(missingOf(review)).toEqual([])
  review.act('decideGateCriterion', { criterionId, status: 'met' })
  expect(missingOf(review)).toEqual([])

  review.act('recordPreparation', { personId, outcome: 'insufficient' })
  expect(missingOf(review)).toEqual([`${reviewer?.name}: preparation insufficient`])
  review.act('recordPreparation', { personId, outcome: null })
  expect(missingOf(review)).toEqual([`${reviewer?.name}: not said whether prepared`])
  review.act('addPerson', { name: 'Late Comer', roles: ['reviewer'] })
  review.act('addPerson', { name: 'Guest', roles: ['observer'] })
  expect(missingOf(review)).toContain('Late Comer: no preparation record')
  review.act('callRoll', { attendance: 'regrets', personIds: [personId] })
  expect(missingOf(review)).toEqual(['Late Comer: no preparation record'])

  // Exit criteria are for the end.
  review.act('addGateCriterion', { gate: 'exit', text: 'Everything is answered' })
  expect(missingOf(review)).toHaveLength(1)
})

test('[RDY8] every way to begin is refused without a reason while something is missing', () => {
  const review = unready()
  const itemId = firstItem(review)
  expect(review.rule('startItem', { itemId })).toBe('RDY8')
  expect(review.rule('startItem', { itemId, startedAnyway: '  ' })).toBe('RDY8')
  expect(review.rule('nextItem', {})).toBe('RDY8')
  expect(review.rule('takeBreak', { plannedMs: 60_000 })).toBe('RDY8')
  const changes = review.act('nextItem', { startedAnyway: ' The buyer leaves at noon ' })
  expect(reviewOf(review)?.startedAnyway).toEqual({
    reason: 'The buyer leaves at noon',
    missing: ['Not answered: The room is booked'],
    at: Object.values(review.state().record.timer)[0]?.at,
  })
  applyChanges(review.docs, invert(changes), 'test')
  expect(reviewOf(review)).toMatchObject({ startedAnyway: null, status: 'planned' })
  expect(review.rule('startItem', { itemId })).toBe('RDY8')
})

test('[RDY8] with nothing missing a start needs nothing and keeps nothing', () => {
  const review = makeReview()
  expect(missingOf(review)).toEqual([])
  review.act('nextItem', { startedAnyway: 'Just so' })
  expect(reviewOf(review)).toMatchObject({ startedAnyway: null, status: 'in-progress' })
})

test('[RDY8] no start after the first is refused, whatever goes missing then', () => {
  const review = makeReview()
  review.act('nextItem', {})
  review.act('addGateCriterion', { gate: 'entrance', text: 'Asked too late' })
  review.act('addPerson', { name: 'Late Comer', roles: ['reviewer'] })
  expect(missingOf(review)).toHaveLength(2)
  for (const verb of ['nextItem', 'endItem', 'previousItem'] as const) review.act(verb, {})
  review.act('takeBreak', { plannedMs: 60_000 })
  review.act('endMeeting', {})
  review.act('startItem', { itemId: firstItem(review) })
  expect(reviewOf(review)).toMatchObject({ startedAnyway: null, status: 'in-progress' })
})
