import { expect, test } from 'vitest'
import { isOverdue } from '../../../shared/actions/action-verbs'
import { actionStatuses } from '../../../shared/actions/action'
import { appraisals, standingAppraisal } from '../../../shared/decision/appraisal'
import { supersededChain } from '../../../shared/decision/chain'
import { outcomes } from '../../../shared/decision/decision'
import { libraryRow } from '../../../shared/record/library-row'
import { quorumWords, verdictWords } from '../../../shared/record/words'
import { templates } from '../../../shared/templates/built-in'
import { templateFrom } from '../../../shared/templates/from-template'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])
const decisionOf = (review: MadeReview, id: string) => review.state().record.decisions[id]

test('[DEC1] a decision is proposed first, with the decision makers as its deciders', () => {
  const review = makeReview()
  const maker = made(review.act('addPerson', { name: 'Judge', roles: ['decision-maker'] }))
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  const makers = Object.values(review.state().record.people).filter(({ roles }) => roles.includes('decision-maker'))
  expect(decisionOf(review, decisionId)).toMatchObject({ status: 'proposed', acceptedAt: null })
  expect(decisionOf(review, decisionId)?.deciderIds).toEqual(makers.map(({ id }) => id).sort())
  expect(decisionOf(review, decisionId)?.deciderIds).toContain(maker)
  expect(review.rule('editDecision', { decisionId: 'gone', statement: 'x' })).toBe('DEC1')
})

test('[DEC2] of all outcomes proceed alone is refused while a blocking finding is open and not waived by name with a reason', () => {
  const review = makeReview()
  for (const { id } of Object.values(review.state().record.feedback)) review.act('removeFeedback', { feedbackId: id })
  const [byId = ''] = Object.keys(review.state().record.people)
  const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Leak', force: 'blocking' }))
  const presenter = made(review.act('addPerson', { name: 'Pia', roles: ['presenter'] }))
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  for (const outcome of outcomes) {
    review.act('editDecision', { decisionId, outcome })
    expect(review.rule('acceptDecision', { decisionId }), outcome).toBe(outcome === 'proceed' ? 'DEC2' : 'ok')
  }
  review.act('editDecision', { decisionId, outcome: 'proceed' })
  expect(review.rule('waiveFinding', { decisionId, feedbackId, byId, reason: ' ' })).toBe('DEC2')
  expect(review.rule('waiveFinding', { decisionId, feedbackId, byId: '', reason: 'Mended' })).toBe('VRB1')
  expect(review.rule('waiveFinding', { decisionId, feedbackId, byId: 'nobody-here', reason: 'Mended' })).toBe('DEC2')
  review.act('editFeedback', { feedbackId, location: 'page 3' })
  // The presenters' word alone lifts nothing.
  review.actAs(presenter, 'disposeFinding', { feedbackId, disposition: 'accepted', rationale: 'It leaks' })
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC2')
  review.actAs(presenter, 'implementFinding', { feedbackId })
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC2')
  review.act('verifyFinding', { feedbackId })
  expect(review.rule('acceptDecision', { decisionId })).toBe('ok')
  review.act('closeFeedback', { feedbackId })
  expect(review.rule('acceptDecision', { decisionId })).toBe('ok')
  review.act('reopenFeedback', { feedbackId, reason: 'It leaks again' })
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC2')
  review.act('waiveFinding', { decisionId, feedbackId, byId, reason: 'Mended before the roll-out' })
  expect(review.rule('acceptDecision', { decisionId })).toBe('ok')
})

test('[DEC6] outcome and statement come before acceptance', () => {
  const review = makeReview()
  const decisionId = made(review.act('proposeDecision', { statement: '' }))
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC6')
  review.act('editDecision', { decisionId, outcome: 'hold' })
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC6')
  review.act('editDecision', { decisionId, statement: 'Wait' })
  expect(review.rule('acceptDecision', { decisionId })).toBe('ok')
})

test('[DEC3] a condition and its action are made in one step, know each other, and go together', () => {
  const review = makeReview()
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  expect(review.rule('addCondition', { decisionId, text: ' ' })).toBe('DEC3')
  const changes = review.act('addCondition', { decisionId, text: 'Error per region', due: '2026-12-01' })
  expect(changes.map(({ path }) => path[0]).sort()).toEqual(['actions', 'conditions'])
  const [condition] = Object.values(review.state().record.conditions)
  const action = review.state().record.actions[condition?.actionId ?? '']
  expect(action).toMatchObject({ what: 'Error per region', due: '2026-12-01', source: { kind: 'condition', id: condition?.id } })
  review.act('removeCondition', { conditionId: condition?.id ?? '' })
  expect(review.state().record.conditions).toEqual({})
  expect(review.state().record.actions[action?.id ?? '']).toBeUndefined()
})

test('[DEC4] [DEC5] an accepted decision and its conditions stay as they are until another supersedes it', () => {
  const review = makeReview()
  const decisionId = made(review.act('proposeDecision', { statement: 'Go', outcome: 'hold' }))
  review.act('addCondition', { decisionId, text: 'Error per region' })
  const conditionId = Object.keys(review.state().record.conditions)[0] ?? ''
  review.act('acceptDecision', { decisionId })
  const before = review.state().record
  const feedbackId = Object.keys(before.feedback)[0] ?? ''
  const byId = Object.keys(before.people)[0] ?? ''
  expect(review.rule('editDecision', { decisionId, statement: 'Stay' })).toBe('DEC5')
  expect(review.rule('removeDecision', { decisionId })).toBe('DEC5')
  expect(review.rule('waiveFinding', { decisionId, feedbackId, byId, reason: 'x' })).toBe('DEC5')
  expect(review.rule('addCondition', { decisionId, text: 'One more' })).toBe('DEC5')
  expect(review.rule('removeCondition', { conditionId })).toBe('DEC5')
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC5')
  const next = made(review.act('proposeDecision', { statement: 'Stop', outcome: 'stop' }))
  review.act('acceptDecision', { decisionId: next })
  expect([decisionOf(review, decisionId)?.status, decisionOf(review, next)?.status]).toEqual(['superseded', 'accepted'])
  expect(decisionOf(review, decisionId)).toEqual({ ...before.decisions[decisionId], status: 'superseded', supersededById: next })
})

test('[ACT1] [ACT2] [ACT4] [ACT5] an action says what, has another verifier than its owner, a source and a number', () => {
  const review = makeReview()
  const [one = '', two = ''] = Object.keys(review.state().record.people)
  expect(review.rule('addAction', { what: ' ' })).toBe('ACT1')
  expect(review.rule('addAction', { what: 'A', ownerId: one, verifierId: one })).toBe('ACT2')
  const actionId = made(review.act('addAction', { what: 'A', ownerId: one, verifierId: two }))
  expect(review.rule('editAction', { actionId, verifierId: one })).toBe('ACT2')
  expect(review.rule('editAction', { actionId, ownerId: two })).toBe('ACT2')
  expect(review.rule('editAction', { actionId, what: '' })).toBe('ACT1')
  expect(review.state().record.actions[actionId]?.source).toEqual({ kind: 'review', id: null })
  const second = made(review.act('addAction', { what: 'B', source: { kind: 'feedback', id: 'f1' } }))
  const { actions } = review.state().record
  expect(actions[second]?.source).toEqual({ kind: 'feedback', id: 'f1' })
  review.act('removeAction', { actionId })
  const third = made(review.act('addAction', { what: 'C' }))
  expect(review.state().record.actions[third]?.number).toBe((actions[second]?.number ?? 0) + 1)
})

test('[ACT3] a cancelled action needs no owner and no date', () => {
  const review = makeReview()
  for (const id of Object.keys(review.state().record.actions)) review.act('removeAction', { actionId: id })
  const actionId = made(review.act('addAction', { what: 'A' }))
  review.act('nextItem', {})
  review.act('endMeeting', {})
  expect(review.rule('closeReview', {})).toBe('ACT3')
  review.act('editAction', { actionId, status: 'cancelled' })
  expect(review.rule('closeReview', {})).toBe('ok')
})

test('[ACT6] overdue is open and due before today', () => {
  for (const status of actionStatuses) {
    const isOpen = status === 'needs-action' || status === 'in-process'
    expect(isOverdue({ status, due: '2026-11-23' }, '2026-11-24'), status).toBe(isOpen)
    expect(isOverdue({ status, due: '2026-11-24' }, '2026-11-24')).toBe(false)
    expect(isOverdue({ status, due: null }, '2026-11-24')).toBe(false)
  }
})

test('[DEC3] an action that a condition asks for is removed neither alone nor left behind by its decision', () => {
  const review = makeReview()
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  const before = Object.keys(review.state().record.actions)
  review.act('addCondition', { decisionId, text: 'Measure first' })
  const [actionId = ''] = Object.keys(review.state().record.actions).filter((id) => !before.includes(id))
  expect(review.rule('removeAction', { actionId })).toBe('DEC3')
  review.act('removeDecision', { decisionId })
  expect(Object.keys(review.state().record.actions)).toEqual(before)
})

test('[DEC7] where a review ends in an appraisal, that stands in the place of the outcome, and accepted as is waits for blocking findings', () => {
  const review = makeReview()
  for (const { id } of Object.values(review.state().record.feedback)) review.act('removeFeedback', { feedbackId: id })
  const [byId = ''] = Object.keys(review.state().record.people)
  const feedbackId = made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Leak', force: 'blocking' }))
  review.act('editReview', { endsIn: 'appraisal' })
  const decisionId = made(review.act('proposeDecision', { statement: 'Go', outcome: 'hold' }))
  expect(review.rule('acceptDecision', { decisionId })).toBe('DEC6')
  for (const appraisal of appraisals) {
    review.act('editDecision', { decisionId, appraisal })
    expect(review.rule('acceptDecision', { decisionId }), appraisal).toBe(appraisal === 'accepted-as-is' ? 'DEC2' : 'ok')
  }
  review.act('editDecision', { decisionId, appraisal: 'accepted-as-is' })
  review.act('waiveFinding', { decisionId, feedbackId, byId, reason: 'Mended before the roll-out' })
  review.act('acceptDecision', { decisionId })
  const accepted = decisionOf(review, decisionId)
  expect(accepted && verdictWords(accepted)).toBe('Accepted as is')
  expect(libraryRow(review.state().record)).toMatchObject({ appraisal: 'accepted-as-is' })
  expect(templateFrom(review.state(), 'Mine', 'mine').endsIn).toBe('appraisal')
  expect(new Set(templates.map(({ endsIn }) => endsIn))).toEqual(new Set(['gate', 'appraisal']))
})

test('[DEC9] of appraisals that differ the most careful is proposed, and stands unless another is chosen', () => {
  const review = makeReview()
  review.act('editReview', { endsIn: 'appraisal' })
  const [one = '', two = '', three = ''] = Object.keys(review.state().record.people)
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  const standing = () => {
    const decision = decisionOf(review, decisionId)
    return decision && standingAppraisal(decision)
  }
  expect(standing()).toBe(null)
  review.act('appraise', { decisionId, personId: one, appraisal: 'accepted-as-is' })
  expect(standing()).toBe('accepted-as-is')
  review.act('appraise', { decisionId, personId: two, appraisal: 're-review' })
  review.act('appraise', { decisionId, personId: three, appraisal: 'accepted-with-rework-verification' })
  expect(standing()).toBe('re-review')
  review.act('appraise', { decisionId, personId: two, appraisal: null })
  expect(standing()).toBe('accepted-with-rework-verification')
  review.act('appraise', { decisionId, personId: three, appraisal: 'not-completed' })
  expect(decisionOf(review, decisionId)?.appraisals).toHaveLength(2)
  review.act('editDecision', { decisionId, appraisal: 'accepted-with-rework-verification' })
  expect(standing()).toBe('accepted-with-rework-verification')
  review.act('editDecision', { decisionId, appraisal: null })
  review.act('acceptDecision', { decisionId })
  expect(decisionOf(review, decisionId)?.appraisal).toBe('not-completed')
  expect(review.rule('appraise', { decisionId, personId: one, appraisal: null })).toBe('DEC5')
})

test('[DEC8] who dissents is named once, and the options considered stay', () => {
  const review = makeReview()
  const [personId = ''] = Object.keys(review.state().record.people)
  const decisionId = made(review.act('proposeDecision', { statement: 'Go' }))
  review.act('editDecision', { decisionId, dissents: [{ personId, words: 'Too early' }], options: ['Wait', 'Stop'] })
  expect(decisionOf(review, decisionId)).toMatchObject({
    dissents: [{ personId, words: 'Too early' }],
    options: ['Wait', 'Stop'],
  })
  const dissents = [
    { personId, words: 'Too early' },
    { personId, words: 'Too late' },
  ]
  expect(review.rule('editDecision', { decisionId, dissents })).toBe('DEC8')
})

test('[DEC10] an accepted decision keeps whether the quorum was there, and nothing waits for it', () => {
  for (const [called, words] of [
    [0, 'A quorum of 2 was asked for; the roll was not called.'],
    [1, 'Quorum of 2 not reached with 1 present.'],
    [2, 'Quorum of 2 reached with 2 present.'],
  ] as const) {
    const review = makeReview()
    review.act('editReview', { quorum: 2 })
    const here = Object.keys(review.state().record.people).slice(0, called)
    if (called > 0) review.act('callRoll', { personIds: here, attendance: 'present' })
    const decisionId = made(review.act('proposeDecision', { statement: 'Go', outcome: 'hold' }))
    review.act('acceptDecision', { decisionId })
    if (called > 0) review.act('callRoll', { personIds: here, attendance: 'left' })
    const accepted = decisionOf(review, decisionId)
    expect(accepted && quorumWords(accepted)).toBe(words)
  }
  const review = makeReview()
  const decisionId = made(review.act('proposeDecision', { statement: 'Go', outcome: 'hold' }))
  review.act('acceptDecision', { decisionId })
  expect(decisionOf(review, decisionId)?.quorum).toBe(null)
})

test('[DEC11] superseded decisions are a chain from the newest to the oldest', () => {
  const review = makeReview()
  const ids = ['Wait', 'Go', 'Stop'].map((statement) => {
    const decisionId = made(review.act('proposeDecision', { statement, outcome: 'hold' }))
    review.act('acceptDecision', { decisionId })
    return decisionId
  })
  const chain = supersededChain(review.state().record.decisions)
  expect(chain.map(({ id, supersededById }) => [id, supersededById])).toEqual([
    [ids[1], ids[2]],
    [ids[0], ids[1]],
  ])
})
