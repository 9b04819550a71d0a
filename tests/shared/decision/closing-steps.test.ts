import { expect, test } from 'vitest'
import { outcomeOfTopic } from '../../../shared/actions/topic-verbs'
import { stepsOf } from '../../../shared/agenda/outline'
import { type ClosingStepName, closingSteps, exitCriteria, nextStepWithRest } from '../../../shared/decision/closing-steps'
import { sourceWords } from '../../../shared/record/words'
import { nextMeetingAt, nextMeetingWords } from '../../../shared/review/next-meeting'
import { duplicateChanges } from '../../../shared/templates/from-template'
import { wallView } from '../../../shared/wall/wall-view'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])
const left = (review: MadeReview, name: ClosingStepName) =>
  closingSteps(review.state().record).find((step) => step.name === name)?.left ?? []
const counts = (review: MadeReview) => closingSteps(review.state().record).map(({ left: rest }) => rest.length)

/** The sample without its actions and feedback, with the first item running. */
function begun(): MadeReview {
  const review = makeReview()
  const { actions, feedback, agenda } = review.state().record
  for (const actionId of Object.keys(actions)) review.act('removeAction', { actionId })
  for (const feedbackId of Object.keys(feedback)) review.act('removeFeedback', { feedbackId })
  review.act('startItem', { itemId: stepsOf(agenda)[0]?.id ?? '' })
  return review
}

test('[CLO1] each step says what is left in it, and each act takes one away', () => {
  const review = begun()
  const items = stepsOf(review.state().record.agenda)
  const [owner = ''] = Object.keys(review.state().record.people)
  const first = made(review.act('addAction', { what: 'Measure' }))
  const second = made(review.act('addAction', { what: 'Write' }))
  const cancelled = made(review.act('addAction', { what: 'Nothing' }))
  review.act('editAction', { actionId: cancelled, status: 'cancelled' })
  const topicId = made(review.act('parkTopic', { text: 'Costs' }))
  // The item that runs is not left: it ends as discussed.
  expect(left(review, 'agenda')).toEqual(items.slice(1).map(({ id }) => id))
  expect([left(review, 'decision'), left(review, 'actions'), left(review, 'parking')]).toEqual([
    ['decision'],
    [first, second],
    [topicId],
  ])
  const exit = exitCriteria(review.state().record)
  expect(exit.length).toBeGreaterThan(1)
  expect(counts(review)).toEqual([1, 2, 1, items.length - 1, exit.length, 1, 1, 1])

  review.act('editAction', { actionId: first, ownerId: owner })
  expect(left(review, 'actions')).toEqual([first, second])
  review.act('editAction', { actionId: first, due: '2026-12-01' })
  expect(left(review, 'actions')).toEqual([second])
  review.act('editAction', { actionId: second, ownerId: owner, due: '2026-12-01' })
  const decisionId = made(review.act('proposeDecision', { statement: 'Wait', outcome: 'hold' }))
  expect(left(review, 'decision')).toEqual([decisionId])
  review.act('acceptDecision', { decisionId })
  review.act('carryTopic', { topicId, carried: true })
  for (const { id } of items.slice(1)) review.act('markItem', { itemId: id, status: 'deferred' })
  const [met, ...others] = exit
  review.act('decideGateCriterion', { criterionId: met?.id ?? '', status: 'met' })
  expect(left(review, 'exit')).toEqual(others.map(({ id }) => id))
  for (const { id } of others) review.act('decideGateCriterion', { criterionId: id, status: 'not-met' })
  review.act('addFeedback', { side: 'reviewer', label: 'lesson', text: 'Ask earlier' })
  review.act('setNextMeeting', { on: '2026-12-04', time: null })
  expect(counts(review)).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  review.act('endMeeting', {})
  expect(counts(review)).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  review.act('closeReview', {})
  expect(counts(review)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('[CLO1] what closing asks for is what closing is refused for', () => {
  const review = begun()
  review.act('addAction', { what: 'Measure' })
  // Something is left in every other step too, and stands against nothing.
  review.act('parkTopic', { text: 'Costs' })
  expect(counts(review).every((count) => count > 0)).toBe(true)
  review.act('endMeeting', {})
  const required = () =>
    closingSteps(review.state().record).filter(({ need, left: rest }) => need === 'required' && rest.length > 0)
  expect([required().length, review.rule('closeReview', {})]).toEqual([1, 'ACT3'])
  const [actionId = ''] = left(review, 'actions')
  review.act('editAction', { actionId, ownerId: Object.keys(review.state().record.people)[0] ?? '', due: '2026-12-01' })
  expect([required().length, review.rule('closeReview', {})]).toEqual([0, 'ok'])
})

test('[CLO1] going on leads to the next step with something left, round once', () => {
  const steps = closingSteps(begun().state().record).map((step) => ({
    ...step,
    left: ['agenda', 'decision'].includes(step.name) ? ['x'] : [],
  }))
  expect(nextStepWithRest(steps, 'decision')).toBe('agenda')
  expect(nextStepWithRest(steps, 'agenda')).toBe('decision')
  expect(nextStepWithRest(steps, 'read-back')).toBe('decision')
  expect(
    nextStepWithRest(
      steps.map((step) => ({ ...step, left: [] })),
      'decision',
    ),
  ).toBe(null)
})

test('[CLO2] a topic is settled, carried or an action, never two of these; without its action it is open again', () => {
  const review = begun()
  const itemId = stepsOf(review.state().record.agenda)[0]?.id ?? ''
  const topicId = made(review.act('parkTopic', { text: 'Costs of the sensor', itemId }))
  const outcome = () => {
    const { parking, actions } = review.state().record
    const topic = parking[topicId]
    return topic && outcomeOfTopic(topic, actions)
  }
  expect(outcome()).toEqual({ kind: 'open' })
  review.act('settleTopic', { topicId, settled: true })
  expect(outcome()).toEqual({ kind: 'settled' })
  review.act('carryTopic', { topicId, carried: true })
  expect(outcome()).toEqual({ kind: 'carried' })
  expect(review.state().record.parking[topicId]).toMatchObject({ settledAt: null, carried: true })
  review.act('settleTopic', { topicId, settled: true })
  expect(review.state().record.parking[topicId]).toMatchObject({ carried: false })

  review.act('makeTopicAction', { topicId })
  const [action] = Object.values(review.state().record.actions)
  expect(action).toMatchObject({ what: 'Costs of the sensor', source: { kind: 'parking', id: topicId } })
  expect(action && sourceWords(action, review.state().record)).toBe('Parking lot')
  expect(outcome()).toEqual({ kind: 'action', action })
  for (const rule of [
    review.rule('makeTopicAction', { topicId }),
    review.rule('carryTopic', { topicId, carried: true }),
    review.rule('settleTopic', { topicId, settled: true }),
  ])
    expect(rule).toBe('CLO2')
  review.act('removeAction', { actionId: action?.id ?? '' })
  expect(outcome()).toEqual({ kind: 'open' })
  expect(review.rule('carryTopic', { topicId: 'gone', carried: true })).toBe('PRK2')
  expect(review.rule('makeTopicAction', { topicId: 'gone' })).toBe('PRK2')
})

test('[WAL2] what became of a topic of an internal item stays off the wall', () => {
  const review = begun()
  const itemId = stepsOf(review.state().record.agenda)[0]?.id ?? ''
  const topicId = made(review.act('parkTopic', { text: 'Costs of the sensor', itemId }))
  review.act('makeTopicAction', { topicId })
  const shown = () => JSON.stringify(wallView(review.state().record, { kind: 'actions', page: 1 }, '2026-11-24'))
  expect(shown()).toContain('Costs of the sensor')
  review.act('editItem', { itemId, internal: true })
  expect(shown()).not.toContain('Costs of the sensor')
})

test('[CLO3] an item without time is marked as discussed and taken up again; one with time stays discussed', () => {
  const review = begun()
  const [ran, other] = stepsOf(review.state().record.agenda)
  const mark = (itemId: string, status: 'pending' | 'discussed' | 'carried') => review.act('markItem', { itemId, status })
  mark(other?.id ?? '', 'discussed')
  expect(review.state().record.agenda[other?.id ?? '']?.status).toBe('discussed')
  expect(left(review, 'agenda')).not.toContain(other?.id)
  mark(other?.id ?? '', 'carried')
  expect(review.state().record.agenda[other?.id ?? '']?.status).toBe('carried')
  review.act('endItem', {})
  expect(review.rule('markItem', { itemId: ran?.id ?? '', status: 'pending' })).toBe('AGN3')
})

test('[CLO4] the next review has a day, and a time only on a day; a duplicate has neither', () => {
  const review = begun()
  const zoned = () => review.state().record.review['review'] ?? expect.fail()
  expect(review.rule('setNextMeeting', { on: null, time: '14:00' })).toBe('CLO4')
  for (const wrong of [
    { on: '2026-02-30', time: null },
    { on: '2026-12-04', time: '25:00' },
    { on: '2026-12-04', time: '14:00:10' },
  ])
    expect(review.rule('setNextMeeting', wrong)).toBe('VRB1')
  expect(nextMeetingWords(zoned())).toBe('')
  review.act('setNextMeeting', { on: '2026-12-04', time: null })
  expect([nextMeetingWords(zoned()), nextMeetingAt(zoned())]).toEqual(['Friday, 4 December 2026', null])
  review.act('setNextMeeting', { on: '2026-07-05', time: '14:30' })
  expect(nextMeetingWords(zoned())).toBe('Sunday, 5 July 2026, 14:30 (Europe/Berlin)')
  expect(nextMeetingAt(zoned())).toBe(Date.UTC(2026, 6, 5, 12, 30))
  const copied = duplicateChanges(review.state(), 'Again', {
    now: 1,
    newId: () => 'n',
    actor: { personId: null, name: '' },
    operator: { personId: null, name: '' },
  })
  expect(copied[0]?.after).toMatchObject({ nextMeetingOn: null, nextMeetingTime: null })
  review.act('setNextMeeting', { on: null, time: null })
  expect(nextMeetingWords(zoned())).toBe('')
})

test('[CLO1] [REV3] a break that was not taken is neither left to discuss nor carried', () => {
  const review = makeReview()
  review.act('addItem', { title: 'Coffee', kind: 'break' })
  review.act('addItem', { title: 'After it' })
  review.act('nextItem', {})
  const titlesOf = (ids: readonly string[]) => ids.map((id) => review.state().record.agenda[id]?.title)
  const left = closingSteps(review.state().record).find(({ name }) => name === 'agenda')?.left ?? []
  expect(titlesOf(left)).toContain('After it')
  expect(titlesOf(left)).not.toContain('Coffee')
  review.act('endMeeting', {})
  const { agenda } = review.state().record
  expect(Object.values(agenda).find(({ title }) => title === 'Coffee')?.status).toBe('pending')
  expect(Object.values(agenda).find(({ title }) => title === 'After it')?.status).toBe('carried')
})
