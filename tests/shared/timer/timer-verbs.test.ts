import { expect, test } from 'vitest'
import { inOrder } from '../../../shared/review/fields'
import { limitsOf, phaseOf } from '../../../shared/timer/countdown'
import { timelineOf } from '../../../shared/timer/timeline'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const activeOf = (review: MadeReview) => timelineOf(review.state().record.timer).activeItemId
const agendaOf = (review: MadeReview) => inOrder(review.state().record.agenda)

test('[TIM7] the first start puts the review in progress, once', () => {
  const review = makeReview()
  expect(review.state().record.review['review']?.status).toBe('planned')
  const [first, second] = agendaOf(review)
  const changes = review.act('startItem', { itemId: first?.id ?? '' })
  expect(changes.filter(({ path }) => path[0] === 'review')).toMatchObject([
    { path: ['review', 'review', 'status'], after: 'in-progress' },
  ])
  expect(review.act('startItem', { itemId: second?.id ?? '' }).filter(({ path }) => path[0] === 'review')).toEqual([])
})

test('[TIM2] starting an item ends the one before, which counts as discussed; starting it again is refused', () => {
  const review = makeReview()
  const [first, second] = agendaOf(review)
  review.act('startItem', { itemId: first?.id ?? '' })
  expect(review.rule('startItem', { itemId: first?.id ?? '' })).toBe('TIM2')
  review.act('startItem', { itemId: second?.id ?? '' })
  expect(activeOf(review)).toBe(second?.id)
  expect(
    agendaOf(review)
      .map(({ status }) => status)
      .slice(0, 3),
  ).toEqual(['discussed', 'pending', 'pending'])
  review.act('endItem', {})
  expect(activeOf(review)).toBeNull()
  expect(review.rule('endItem', {})).toBe('TIM2')
  expect(review.rule('startItem', { itemId: 'gone' })).toBe('TIM2')
})

test('[TIM8] next goes on to the next pending item and ends the last; back runs on from the time it had', () => {
  const review = makeReview()
  const agenda = agendaOf(review)
  const deferred = agenda[1]?.id ?? ''
  review.act('markItem', { itemId: deferred, status: 'deferred' })
  const visited: (string | null)[] = []
  for (let at = 0; at < agenda.length; at++) {
    review.act('nextItem', {})
    visited.push(activeOf(review))
  }
  expect(visited).toEqual([...agenda.map(({ id }) => id).filter((id) => id !== deferred), null])
  expect(review.rule('nextItem', {})).toBe('TIM8')
  review.act('previousItem', {})
  expect(activeOf(review)).toBe(agenda.at(-1)?.id)
  expect(agendaOf(review).at(-1)?.status).toBe('pending')

  const fresh = makeReview()
  fresh.act('nextItem', {})
  expect(fresh.rule('previousItem', {})).toBe('TIM8')
})

test('[TIM9] only a running item is paused, only a paused one resumed', () => {
  const review = makeReview()
  expect(review.rule('pauseTimer', {})).toBe('TIM9')
  review.act('nextItem', {})
  expect(review.rule('resumeTimer', {})).toBe('TIM9')
  review.act('pauseTimer', {})
  expect(review.rule('pauseTimer', {})).toBe('TIM9')
  review.act('resumeTimer', {})
  expect(timelineOf(review.state().record.timer).isPaused).toBe(false)
})

test('[TIM10] added time leaves planned time as it was', () => {
  const review = makeReview()
  const [first] = agendaOf(review)
  const itemId = first?.id ?? ''
  review.act('extendTimer', { itemId, byMs: 60_000 })
  review.act('extendTimer', { itemId, byMs: 60_000 })
  expect(agendaOf(review)[0]).toEqual(first)
  expect(timelineOf(review.state().record.timer).extendedMs).toEqual({ [itemId]: 120_000 })
  expect(review.rule('extendTimer', { itemId: 'gone', byMs: 60_000 })).toBe('TIM10')
})

test('[TIM4] a jump of the clock is recorded once, however often it is told', () => {
  const review = makeReview()
  review.act('startItem', { itemId: Object.keys(review.state().record.agenda)[0] ?? '' })
  const jump = { eventId: 'jump', at: 1, deltaMs: 3_600_000 }
  expect(review.act('recordClockChange', jump)).toHaveLength(1)
  expect(review.act('recordClockChange', jump)).toEqual([])
  expect(timelineOf(review.state().record.timer).clockOffsetMs).toBe(3_600_000)
})

test.each([
  [60, 60_000, 'running'],
  [60, 12_001, 'running'],
  [60, 12_000, 'warning'],
  [60, 6_000, 'danger'],
  [60, 1, 'danger'],
  [60, 0, 'overtime'],
  [60, -1, 'overtime'],
  [3_600, 300_001, 'running'],
  [3_600, 300_000, 'warning'],
  [3_600, 60_000, 'danger'],
  [0, 0, 'overtime'],
] as const)('[TIM6] of %i seconds, with %i ms left, the phase is right', (seconds, leftMs, phase) => {
  expect(phaseOf(leftMs, limitsOf(seconds * 1000, undefined, undefined))).toBe(phase)
})
