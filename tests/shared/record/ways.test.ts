import { expect, test } from 'vitest'
import { doneWords } from '../../../shared/record/done-words'
import { applyChanges } from '../../../shared/record/document'
import { historyOf } from '../../../shared/record/history'
import { headsOf, logLine } from '../../../shared/record/log'
import type { VerbInput, VerbName } from '../../../shared/record/verbs'
import { type Change, invert } from '../../../shared/review/change'
import { panelistsOf } from '../../../shared/rubric/panel'
import { makeReview } from '../../helpers/review-maker'

/** A review in which each of the verbs below can be done. */
function ready() {
  const review = makeReview()
  const made = (changes: Change[]) => String(changes[0]?.path[1])
  const [personId = ''] = Object.keys(review.state().record.people)
  const [itemId = ''] = Object.keys(review.state().record.agenda)
  const sha512 = '0'.repeat(128)
  const material = (name: string) => made(review.act('addMaterial', { name, mediaType: 'text/csv', bytes: 1, sha512 }))
  const ids = {
    personId,
    itemId,
    materialIds: [material('Load'), material('Costs'), material('Map')] as const,
    topicId: made(review.act('parkTopic', { text: 'Costs of storage' })),
    questionId: made(review.act('queueQuestion', { text: 'Who is on call?' })),
    checkId: made(review.act('addCheck', { phase: 'preparation', side: 'reviewer', text: 'Read it' })),
    gateId: made(review.act('addGateCriterion', { gate: 'exit', text: 'All is answered' })),
    riskId: made(review.act('addRisk', { text: 'A cold winter', ownerId: personId })),
    feedbackId: made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'The north is missing' })),
    decisionId: made(review.act('proposeDecision', { itemId })),
    criterionId: '',
  }
  const levels = [0, 2, 4].map((points) => ({ points, anchor: `Anchor of ${points}` }))
  review.act('importRubric', { criteria: [{ name: 'Monitoring', weight: 100, levels }], replaces: true })
  const [criterionId = ''] = Object.keys(review.state().record.criteria)
  const marks = [{ criterionId, levelsAt: [1], confidence: 'high' as const, comment: '' }]
  for (const { id } of panelistsOf(review.state().record.people)) review.actAs(id, 'submitBallot', { marks })
  review.act('revealScores', {})
  const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  return { review, presenter, ids: { ...ids, criterionId } }
}

type Ready = ReturnType<typeof ready>
type Act = (of: Ready) => Change[]
const act =
  <Name extends VerbName>(name: Name, input: (ids: Ready['ids']) => VerbInput<Name>): Act =>
  ({ review, ids }) =>
    review.act(name, input(ids))
const respond =
  (response: string): Act =>
  ({ review, presenter }) =>
    review.actAs(presenter, 'respondToPanel', { response })

const ways: Partial<Record<VerbName, readonly [Act, Act]>> = {
  setNextMeeting: [
    act('setNextMeeting', () => ({ on: '2027-01-12', time: null })),
    act('setNextMeeting', () => ({ on: null, time: null })),
  ],
  tickCheck: [
    act('tickCheck', ({ checkId }) => ({ checkId, done: true })),
    act('tickCheck', ({ checkId }) => ({ checkId, done: false })),
  ],
  decideGateCriterion: [
    act('decideGateCriterion', ({ gateId }) => ({ criterionId: gateId, status: 'met' })),
    act('decideGateCriterion', ({ gateId }) => ({ criterionId: gateId, status: 'open' })),
  ],
  attachMaterial: [
    act('attachMaterial', ({ itemId, materialIds }) => ({ itemId, materialId: materialIds[1], attached: true })),
    act('attachMaterial', ({ itemId, materialIds }) => ({ itemId, materialId: materialIds[1], attached: false })),
  ],
  answerQuestion: [
    act('answerQuestion', ({ questionId }) => ({ questionId, answered: true })),
    act('answerQuestion', ({ questionId }) => ({ questionId, answered: false })),
  ],
  settleTopic: [
    act('settleTopic', ({ topicId }) => ({ topicId, settled: true })),
    act('settleTopic', ({ topicId }) => ({ topicId, settled: false })),
  ],
  carryTopic: [
    act('carryTopic', ({ topicId }) => ({ topicId, carried: true })),
    act('carryTopic', ({ topicId }) => ({ topicId, carried: false })),
  ],
  countHands: [
    act('countHands', ({ feedbackId }) => ({ feedbackId, hands: 7 })),
    act('countHands', ({ feedbackId }) => ({ feedbackId, hands: null })),
  ],
  setConsensus: [
    act('setConsensus', ({ criterionId }) => ({ criterionId, points: 3 })),
    act('setConsensus', ({ criterionId }) => ({ criterionId, points: null })),
  ],
  respondToPanel: [respond('We mend it.'), respond('')],
  decideRisk: [
    act('decideRisk', ({ riskId }) => ({ riskId, status: 'accepted', reason: 'It is rare' })),
    act('decideRisk', ({ riskId }) => ({ riskId, status: 'open' })),
  ],
  appraise: [
    act('appraise', ({ decisionId, personId }) => ({ decisionId, personId, appraisal: 're-review' })),
    act('appraise', ({ decisionId, personId }) => ({ decisionId, personId, appraisal: null })),
  ],
}

const wordsOf = (name: VerbName) => {
  const words = doneWords[name]
  if (typeof words === 'string') throw new Error(`${name} goes one way`)
  return words
}

function undo({ review }: Ready, verb: string, changes: readonly Change[]): void {
  const ada = { personId: null, name: 'Ada' }
  let count = 0
  const now = (review.log.at(-1)?.entry.at ?? 0) + 1
  const context = { now, newId: () => `undo-${now}-${count++}`, actor: ada, operator: ada }
  applyChanges(review.docs, changes, 'test')
  review.log.push(logLine(verb, changes, headsOf(review.log), context))
}

const told = ({ review }: Ready) => historyOf(review.log, review.state().record).map((entry) => entry.act)

test('[LOG9] every verb that takes back too is tried here', () => {
  const names = Object.entries(doneWords).flatMap(([name, words]) => (typeof words === 'string' ? [] : [name]))
  expect(Object.keys(ways).sort()).toEqual(names.sort())
})

test.each(Object.entries(ways))('[LOG9] %s is told the way it went, and undone and redone as what it was', (verb, [go, back]) => {
  const name = verb as VerbName
  const { done, takenBack } = wordsOf(name)
  const room = ready()
  const went = go(room)
  undo(room, `undo:${name}`, invert(went))
  undo(room, `redo:${name}`, went)
  const came = back(room)
  undo(room, `undo:${name}`, invert(came))
  undo(room, `redo:${name}`, came)
  const words = [done, `Undone: ${done}`, `Redone: ${done}`, takenBack, `Undone: ${takenBack}`, `Redone: ${takenBack}`]
  expect(told(room).slice(-6)).toEqual(words)
})

test('[LOG9] of several in a list, one more and one less are told apart, and another in its place is neither', () => {
  const room = ready()
  const { review, ids } = room
  const [other = ''] = Object.keys(review.state().record.people).slice(1)
  const say = (personId: string, appraisal: 're-review' | 'accepted-as-is' | null) =>
    review.act('appraise', { decisionId: ids.decisionId, personId, appraisal })
  say(ids.personId, 're-review')
  say(other, 're-review')
  say(other, 'accepted-as-is')
  say(other, null)
  expect(told(room).slice(-4)).toEqual(['Appraisal given', 'Appraisal given', 'Appraisal changed', 'Appraisal taken back'])
})

test('[LOG9] where the log does not tell the way, none is claimed', () => {
  const room = ready()
  const { review, ids } = room
  review.act('decideGateCriterion', { criterionId: ids.gateId, status: 'waived', waivedBy: ids.personId, reason: 'Known' })
  review.act('decideGateCriterion', { criterionId: ids.gateId, status: 'waived', reason: 'Known well' })
  expect(told(room).slice(-2)).toEqual(['Criterion answered', 'Answer to a criterion changed'])
  review.act('setConsensus', { criterionId: ids.criterionId, note: 'Nobody objects' })
  expect(told(room).at(-1)).toBe('Consensus changed')
  const attach = (at: 0 | 1 | 2, attached: boolean) =>
    review.act('attachMaterial', { itemId: ids.itemId, materialId: ids.materialIds[at], attached })
  attach(0, true)
  attach(1, true)
  attach(2, true)
  attach(0, false)
  expect(told(room).slice(-3)).toEqual(['Material attached', 'Material attached', 'Material detached'])
  // Lines whose changes were left out may have written the list.
  const lines = review.log.map(({ hash, entry, payload }, at) =>
    [2, 3].includes(review.log.length - at) ? { hash, entry } : { hash, entry, payload },
  )
  const acts = historyOf(lines, review.state().record).map((entry) => entry.act)
  expect(acts.slice(-3)).toEqual(Array(3).fill('Materials of an agenda item changed'))
  // So may a line of another copy that met this one.
  const ada = { personId: null, name: 'Ada' }
  const from = review.log.at(-3)?.hash ?? ''
  const now = (review.log.at(-2)?.entry.at ?? 0) - 1
  const beside = logLine('addPerson', [], [from], { now, newId: () => 'beside', actor: ada, operator: ada })
  const forked = historyOf([...review.log, beside], review.state().record).map((entry) => entry.act)
  expect(forked.slice(-3)).toContain('Materials of an agenda item changed')
})

test('[LOG9] of a private note the log tells no way', () => {
  const room = ready()
  room.review.act('writeNote', { itemId: room.ids.itemId, text: 'Ask again' })
  room.review.act('writeNote', { itemId: room.ids.itemId, text: '' })
  expect(told(room).slice(-2)).toEqual(['Private note changed', 'Private note changed'])
})
