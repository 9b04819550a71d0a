import { expect, test } from 'vitest'
import { makeReview } from '../../helpers/review-maker'
import { fullReview } from '../../helpers/full-review'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[REV1] [REV2] a review has a title, and begins its preparation once', () => {
  const review = makeReview()
  expect(review.rule('editReview', { title: '  ' })).toBe('REV1')
  review.act('beginPreparation', {})
  expect(review.state().record.review['review']?.status).toBe('preparing')
  expect(review.rule('beginPreparation', {})).toBe('REV2')
})

test('[REV3] ending the meeting stops the timer, carries what was not discussed, and opens the follow-up', () => {
  const review = makeReview()
  expect(review.rule('endMeeting', {})).toBe('REV3')
  review.act('nextItem', {})
  expect(review.rule('closeReview', {})).toBe('REV3')
  review.act('endMeeting', {})
  const { record } = review.state()
  expect(record.review['review']?.status).toBe('follow-up')
  const statuses = Object.values(record.agenda).map(({ status }) => status)
  expect(statuses.filter((status) => status === 'discussed')).toHaveLength(1)
  expect(new Set(statuses)).toEqual(new Set(['discussed', 'carried']))
  expect(Object.values(record.timer).some(({ kind }) => kind === 'ended')).toBe(true)
})

test('[REV4] [ACT3] [CAN2] a review closes when every action has an owner and a date, and is not changed until it is opened again', () => {
  const { review, ids } = fullReview()
  const actionId = made(review.act('addAction', { what: 'Ask the grid operator' }))
  expect(review.rule('closeReview', {})).toBe('ACT3')
  review.act('editAction', { actionId, ownerId: ids.person })
  expect(review.rule('closeReview', {})).toBe('ACT3')
  review.act('editAction', { actionId, due: '2027-01-15' })
  for (const action of Object.values(review.state().record.actions))
    if (action.ownerId === null || action.due === null) review.act('editAction', { actionId: action.id, status: 'cancelled' })
  review.act('closeReview', {})
  expect(review.state().record.review['review']).toMatchObject({ status: 'closed', closedAt: expect.any(Number) as number })
  expect(review.rule('closeReview', {})).toBe('CAN2')
  expect(review.rule('addPerson', { name: 'Late' })).toBe('CAN2')
  expect(review.rule('editAction', { actionId, status: 'completed' })).toBe('ok')
  review.act('reopenReview', {})
  expect(review.state().record.review['review']).toMatchObject({ status: 'follow-up', closedAt: null })
  expect(review.rule('reopenReview', {})).toBe('REV4')
  expect(review.log.slice(-2).map(({ entry }) => entry.verb)).toEqual(['closeReview', 'reopenReview'])
})

test('[PPL1] [PPL2] a name stands once, and removing a person leaves what they did', () => {
  const { review, ids } = fullReview()
  const { name } = review.state().record.people[ids.person] ?? { name: '' }
  expect(review.rule('addPerson', { name: ` ${name} ` })).toBe('PPL1')
  expect(review.rule('addPerson', { name: ' ' })).toBe('PPL1')
  expect(review.rule('editPerson', { personId: ids.person, name })).toBe('ok')
  const before = review.state().record
  review.act('removePerson', { personId: ids.person })
  const after = review.state().record
  expect({ ...after, people: before.people }).toEqual(before)
  expect(review.rule('removePerson', { personId: ids.person })).toBe('PPL2')
})

test('[CHK1] [CHK2] a line has a text, and a tick keeps its first instant', () => {
  const review = makeReview()
  expect(review.rule('addCheck', { phase: 'preparation', side: 'presenter', text: ' ' })).toBe('CHK1')
  const checkId = made(review.act('addCheck', { phase: 'preparation', side: 'presenter', text: 'Slides sent' }))
  review.act('tickCheck', { checkId, done: true })
  const { doneAt } = review.state().record.checklist[checkId] ?? {}
  expect(doneAt).toBeGreaterThan(0)
  expect(review.act('tickCheck', { checkId, done: true })).toEqual([])
  review.act('tickCheck', { checkId, done: false })
  expect(review.state().record.checklist[checkId]?.doneAt).toBeNull()
})
