import { expect, test } from 'vitest'
import { riskLevels } from '../../../shared/actions/risk'
import { risksInOrder } from '../../../shared/actions/risk-verbs'
import { sourceWords } from '../../../shared/record/words'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

function risky() {
  const review = makeReview()
  const [ownerId = ''] = Object.keys(review.state().record.people)
  const riskId = made(review.act('addRisk', { text: ' The sensor freezes ' }))
  return { review, ownerId, riskId, risk: () => review.state().record.risks[riskId] }
}

test('[RSK1] a risk says what may go wrong, and how likely and how bad when that is known', () => {
  const { review, riskId, risk, ownerId } = risky()
  expect(risk()).toMatchObject({ text: 'The sensor freezes', number: 1, likelihood: null, impact: null, status: 'open' })
  expect(review.rule('addRisk', { text: ' ' })).toBe('RSK1')
  expect(review.rule('editRisk', { riskId, text: ' ' })).toBe('RSK1')
  expect(review.rule('editRisk', { riskId: 'gone', impact: 'low' })).toBe('RSK1')
  for (const level of riskLevels) review.act('editRisk', { riskId, likelihood: level, impact: level, ownerId })
  expect(risk()).toMatchObject({ likelihood: 'high', impact: 'high', ownerId })
})

test('[RSK8] who accepted a risk stays its owner until it is opened again; another owner can be named', () => {
  const { review, riskId, risk, ownerId } = risky()
  const other = Object.keys(review.state().record.people)[1] ?? ''
  review.act('editRisk', { riskId, ownerId })
  review.act('decideRisk', { riskId, status: 'accepted', reason: 'Rare' })
  expect(review.rule('editRisk', { riskId, ownerId: null })).toBe('RSK8')
  review.act('editRisk', { riskId, ownerId: other })
  expect(risk()).toMatchObject({ status: 'accepted', ownerId: other })
  review.act('decideRisk', { riskId, status: 'open' })
  review.act('editRisk', { riskId, ownerId: null })
  expect(risk()?.ownerId).toBeNull()
})

test('[RSK2] a risk is mitigated, accepted or closed with why, and opened again', () => {
  const { review, riskId, risk, ownerId } = risky()
  expect(review.rule('decideRisk', { riskId, status: 'accepted', reason: 'Rare' })).toBe('RSK2')
  review.act('editRisk', { riskId, ownerId })
  for (const status of ['mitigated', 'accepted', 'closed'] as const) {
    expect(review.rule('decideRisk', { riskId, status, reason: ' ' }), status).toBe('RSK2')
    review.act('decideRisk', { riskId, status, reason: 'There are two of them' })
    expect(risk()).toMatchObject({ status, reason: 'There are two of them' })
    expect(risk()?.decidedAt).toBeGreaterThan(0)
    review.act('decideRisk', { riskId, status: 'open', reason: '' })
    expect(risk()).toMatchObject({ status: 'open', reason: '' })
  }
  review.act('makeRiskAction', { riskId })
  expect(review.rule('decideRisk', { riskId, status: 'mitigated', reason: '' })).toBe('RSK2')
  review.act('editAction', { actionId: risk()?.actionId ?? '', status: 'completed' })
  expect(review.rule('decideRisk', { riskId, status: 'mitigated', reason: '' })).toBe('ok')
})

test('[RSK3] what mitigates a risk is an action of its owner; either can go without the other', () => {
  const { review, riskId, risk, ownerId } = risky()
  review.act('editRisk', { riskId, ownerId })
  review.act('makeRiskAction', { riskId })
  const actionId = risk()?.actionId ?? ''
  const action = review.state().record.actions[actionId]
  expect(action).toMatchObject({ what: 'Mitigate: The sensor freezes', ownerId, source: { kind: 'risk', id: riskId } })
  expect(action && sourceWords(action, review.state().record)).toBe('Risk 1')
  expect(review.rule('makeRiskAction', { riskId })).toBe('RSK3')
  review.act('removeAction', { actionId })
  expect(review.rule('makeRiskAction', { riskId })).toBe('ok')
  review.act('makeRiskAction', { riskId })
  review.act('removeRisk', { riskId })
  expect(Object.values(review.state().record.actions).filter(({ source }) => source.kind === 'risk')).toHaveLength(1)
})

test('[RSK4] a finding is entered as a risk once', () => {
  const { review } = risky()
  const [feedbackId = ''] = Object.keys(review.state().record.feedback)
  review.act('addRisk', { text: 'As was said', feedbackId })
  expect(review.rule('addRisk', { text: 'As was said', feedbackId })).toBe('RSK4')
})

test('[RSK5] a risk stays open when its review is closed, and is decided then', () => {
  const { review, riskId, risk, ownerId } = risky()
  review.act('editActions', { actionIds: Object.keys(review.state().record.actions), ownerId, due: '2026-12-18' })
  review.act('nextItem', {})
  review.act('endMeeting', {})
  review.act('closeReview', {})
  expect(risk()?.status).toBe('open')
  review.act('editRisk', { riskId, ownerId })
  review.act('decideRisk', { riskId, status: 'accepted', reason: 'One winter only' })
  expect(risk()?.status).toBe('accepted')
  expect(review.rule('addRisk', { text: 'Another' })).toBe('CAN2')
})

test('[RSK6] open risks stand before those decided, and the worst first', () => {
  const { review, riskId } = risky()
  const add = (likelihood: 'low' | 'high', impact: 'low' | 'high') =>
    made(review.act('addRisk', { text: 'R', likelihood, impact }))
  const [low, high, decided] = [add('low', 'low'), add('high', 'high'), add('high', 'high')]
  review.act('decideRisk', { riskId: decided ?? '', status: 'closed', reason: 'Gone' })
  expect(risksInOrder(review.state().record.risks).map(({ id }) => id)).toEqual([high, riskId, low, decided])
})
