import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { outcomeOfTopic } from '../../../shared/actions/topic-verbs'
import type { ParkedTopic } from '../../../shared/agenda/item'
import type { FeedbackItem } from '../../../shared/feedback/item'
import { dispositionOf, statusOf } from '../../../shared/feedback/life'
import { meanwhileWords } from '../../../shared/record/meanwhile-words'
import { applyChanges, followRecord, readDesk, readRecord, schemaVersionOf, stillHolds } from '../../../shared/record/document'
import { runVerb } from '../../../shared/record/run-verb'
import { emptyRecord, type RecordState } from '../../../shared/record/state'
import type { VerbInput, VerbName } from '../../../shared/record/verbs'
import { unwrap } from '../../../shared/result'
import { type Change, invert } from '../../../shared/review/change'
import { ballotsIn, isPanelist, lateBallots } from '../../../shared/rubric/panel'
import { fullReview } from '../../helpers/full-review'

/** Two windows that have not heard of each other; `meet` brings their work together. */
function twoWindows() {
  const { review, ids } = fullReview()
  const { people } = review.state().record
  const presenter = Object.values(people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  const made = (changes: readonly Change[]): string => String(changes[0]?.path[1])
  const finding = () => made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Seen', location: 'page 3' }))
  const findings = [finding(), finding(), finding()] as const
  const proposals = ['Wait', 'Stop'].map((statement) => made(review.act('proposeDecision', { statement, outcome: 'hold' })))
  const risk = made(review.act('addRisk', { text: 'The sensor freezes', ownerId: ids.person }))
  let minute = 0
  const windows = [1, 2].map((name) => {
    const copyOf = (doc: Y.Doc) => {
      const copy = new Y.Doc()
      copy.clientID = 1_000 * name + minute++
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return copy
    }
    const docs = { record: copyOf(review.docs.record), desk: copyOf(review.docs.desk) }
    let record: RecordState = emptyRecord
    let last: readonly Change[] = []
    followRecord(docs.record, (next) => (record = next))
    return {
      docs,
      act<Name extends VerbName>(verb: Name, input: VerbInput<Name>, actorId: string | null = null): string {
        const operator = { personId: null, name: 'Ada' }
        const now = Date.UTC(2026, 10, 25, 9, minute++)
        const context = { now, newId: () => `${name}-${minute++}`, actor: { ...operator, personId: actorId }, operator }
        const state = { record, desk: readDesk(docs.desk) }
        last = unwrap(runVerb(verb, state, input, context))
        applyChanges(docs, last, 'test')
        return made(last)
      },
      /** Takes the last act back, if what it wrote still stands. */
      undo(): boolean {
        if (!last.every((change) => stillHolds(docs, change))) return false
        applyChanges(docs, invert(last), 'test')
        return true
      },
      record: () => record,
      desk: () => readDesk(docs.desk),
    }
  })
  const [one, two] = windows
  if (!one || !two) throw new Error('two windows')
  const meet = (): RecordState => {
    for (const doc of ['record', 'desk'] as const) {
      Y.applyUpdate(one.docs[doc], Y.encodeStateAsUpdate(two.docs[doc]))
      Y.applyUpdate(two.docs[doc], Y.encodeStateAsUpdate(one.docs[doc]))
    }
    expect(one.record(), 'both read the same').toEqual(two.record())
    expect(readRecord(one.docs.record), 'whoever reads anew reads the same').toEqual(one.record())
    return one.record()
  }
  return { one, two, meet, ids: { ...ids, presenter, findings, proposals, risk } }
}

test('[ACT14] the owner named in one window and the verifier in the other are the same person: the owner stands', () => {
  const { one, two, meet, ids } = twoWindows()
  one.act('editAction', { actionId: ids.action, ownerId: ids.presenter })
  two.act('editAction', { actionId: ids.action, verifierId: ids.presenter })
  expect(meet().actions[ids.action]).toMatchObject({ ownerId: ids.presenter, verifierId: null })
  one.act('editAction', { actionId: ids.action, ownerId: ids.person })
  expect(meet().actions[ids.action]).toMatchObject({ ownerId: ids.person, verifierId: ids.presenter })
})

test('[DOC5] actions and risks that two windows numbered alike are told apart, and the earlier keeps its number', () => {
  const { one, two, meet } = twoWindows()
  const first = one.act('addAction', { what: 'Measure' })
  const second = two.act('addAction', { what: 'Compare' })
  const [early, late] = [one.act('addRisk', { text: 'Frost' }), two.act('addRisk', { text: 'Thaw' })]
  const { number = 0 } = one.record().actions[first] ?? {}
  const { number: risk = 0 } = one.record().risks[early] ?? {}
  const { actions, risks } = meet()
  expect([actions[first]?.number, actions[second]?.number]).toEqual([number, number + 1])
  expect([risks[early]?.number, risks[late]?.number]).toEqual([risk, risk + 1])
  const third = one.act('addAction', { what: 'Publish' })
  const after = meet().actions
  expect([first, second, third].map((id) => after[id]?.number)).toEqual([number, number + 1, number + 2])
})

test('[RSK8] a risk accepted in one window whose owner was taken away in the other is open', () => {
  const { one, two, meet, ids } = twoWindows()
  one.act('decideRisk', { riskId: ids.risk, status: 'accepted', reason: 'It is cheap' })
  two.act('editRisk', { riskId: ids.risk, ownerId: null })
  expect(meet().risks[ids.risk]).toMatchObject({ status: 'open', ownerId: null, reason: 'It is cheap' })
  two.act('editRisk', { riskId: ids.risk, ownerId: ids.person })
  expect(meet().risks[ids.risk]?.status).toBe('accepted')
})

test('[RSK9] [CLO9] of what two windows made of one finding or topic the earlier is its own, and the other stays by itself', () => {
  const { one, two, meet, ids } = twoWindows()
  const [feedbackId] = ids.findings
  const [topicId = ''] = Object.keys(one.record().parking)
  const [first, second] = [one, two].map((window) => window.act('addRisk', { text: 'Seen', feedbackId }))
  const [early, late] = [one, two].map((window) => window.act('makeTopicAction', { topicId }))
  two.act('editRisk', { riskId: second ?? '', likelihood: 'high' })
  two.act('editAction', { actionId: late ?? '', ownerId: ids.person })
  const { risks, actions, parking } = meet()
  expect([first, second].map((id = '') => risks[id]?.feedbackId)).toEqual([feedbackId, null])
  expect(risks[second ?? '']).toMatchObject({ text: 'Seen', likelihood: 'high' })
  expect([early, late].map((id = '') => actions[id]?.source.id)).toEqual([topicId, null])
  expect(actions[late ?? '']).toMatchObject({ ownerId: ids.person, source: { kind: 'parking' } })
  const outcome = () => outcomeOfTopic(parking[topicId] as ParkedTopic, one.record().actions)
  expect(outcome()).toMatchObject({ kind: 'action', action: { id: early } })
  one.act('removeRisk', { riskId: first ?? '' })
  one.act('removeAction', { actionId: early ?? '' })
  expect(meet().risks[second ?? '']?.feedbackId).toBe(feedbackId)
  expect(outcome()).toMatchObject({ kind: 'action', action: { id: late } })
})

test('[UND2] [FB6] what one window took off the desk does not come back there after another revealed it', () => {
  const { one, two, meet } = twoWindows()
  const hidden = one.act('addFeedback', { side: 'reviewer', label: 'note', text: 'Not said yet', isPrivate: true })
  meet()
  one.act('removeFeedback', { feedbackId: hidden })
  two.act('revealFeedback', { feedbackIds: [hidden] })
  expect(meet().feedback[hidden]?.text).toBe('Not said yet')
  expect(one.undo()).toBe(false)
  expect(one.desk().feedback).not.toHaveProperty(hidden)
})

test('[DEC12] of two decisions accepted at once the last stands, and the other is superseded by it', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = '', stop = ''] = ids.proposals
  one.act('acceptDecision', { decisionId: wait })
  two.act('acceptDecision', { decisionId: stop })
  const { decisions } = meet()
  expect(decisions[stop]?.status).toBe('accepted')
  expect(decisions[wait]).toMatchObject({ status: 'superseded', supersededById: stop })
  expect(decisions[ids.decision]?.status).toBe('superseded')
})

test('[DEC14] a decision accepted in one window is what was accepted, whatever the other wrote in it at once', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = ''] = ids.proposals
  const kept = one.act('addCondition', { decisionId: wait, text: 'Measured in the south' })
  meet()
  one.act('acceptDecision', { decisionId: wait })
  const accepted = one.record().decisions[wait]
  two.act('editDecision', { decisionId: wait, statement: '', outcome: 'stop', options: ['Never'] })
  two.act('waiveFinding', { decisionId: wait, feedbackId: ids.findings[0], byId: ids.person, reason: 'Small' })
  const added = two.act('addCondition', { decisionId: wait, text: 'Measured in the north' })
  const [condition] = Object.values(two.record().conditions).filter(({ actionId }) => actionId === kept)
  two.act('removeCondition', { conditionId: condition?.id ?? '' })
  const { decisions, conditions, actions, acceptances } = meet()
  expect(decisions[wait]).toEqual(accepted)
  const own = Object.values(conditions).filter(({ decisionId }) => decisionId === wait)
  expect(own).toEqual([condition])
  expect(actions[kept]?.what).toBe('Measured in the south')
  expect(actions[added]?.what).toBe('Measured in the north')
  const { meanwhile } = acceptances[wait] ?? {}
  expect(meanwhile).toMatchObject({
    edits: { statement: '', outcome: 'stop', options: ['Never'], waivers: [{ reason: 'Small' }] },
    added: [{ actionId: added }],
    removed: [condition],
    isRemoved: false,
  })
  expect(meanwhile && meanwhileWords(meanwhile, one.record())).toEqual([
    'Outcome: Stop',
    'Statement: none',
    'Considered: Never',
    'Waived: Seen: Small',
    expect.stringMatching(/^Condition added: Measured in the north \(action \d+\)$/),
    'Condition removed: Measured in the south',
  ])
  one.act('editAction', { actionId: kept, ownerId: ids.presenter })
  expect(meet().actions[kept], 'what was removed there is kept when it is worked on here').toMatchObject({
    ownerId: ids.presenter,
    what: 'Measured in the south',
  })
})

test('[DEC14] what was written meanwhile becomes a proposal of its own, or is left out, and undo brings it back', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = ''] = ids.proposals
  one.act('acceptDecision', { decisionId: wait })
  two.act('editDecision', { decisionId: wait, statement: 'Wait for ever' })
  const added = two.act('addCondition', { decisionId: wait, text: 'Measured in the north' })
  const before = meet()
  const conditionsOf = (record: RecordState, decision: string) =>
    Object.values(record.conditions).flatMap(({ decisionId, actionId }) => (decisionId === decision ? [actionId] : []))
  const proposal = one.act('settleMeanwhile', { decisionId: wait, proposes: true })
  const proposed = meet()
  expect(proposed.decisions[wait]).toEqual(before.decisions[wait])
  expect(proposed.acceptances[wait]?.meanwhile).toBeUndefined()
  expect(proposed.decisions[proposal]).toMatchObject({ status: 'proposed', statement: 'Wait for ever', outcome: 'hold' })
  expect([conditionsOf(proposed, wait), conditionsOf(proposed, proposal)]).toEqual([[], [added]])
  expect(one.undo()).toBe(true)
  expect(meet()).toEqual(before)
  one.act('settleMeanwhile', { decisionId: wait, proposes: false })
  const left = meet()
  expect(left.acceptances[wait]?.meanwhile).toBeUndefined()
  expect(Object.keys(left.decisions)).toEqual(Object.keys(before.decisions))
  expect(left.actions[added]?.what).toBe('Measured in the north')
  expect(() => one.act('settleMeanwhile', { decisionId: wait, proposes: true })).toThrow('DEC14')
})

test('[DEC14] [DEC12] a decision accepted in one window stands although the other removed it', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = '', stop = ''] = ids.proposals
  one.act('acceptDecision', { decisionId: wait })
  two.act('removeDecision', { decisionId: wait })
  const { decisions, acceptances } = meet()
  expect(decisions[wait]).toMatchObject({ status: 'accepted', statement: 'Wait' })
  expect(decisions[ids.decision]).toMatchObject({ status: 'superseded', supersededById: wait })
  expect(acceptances[wait]?.meanwhile?.isRemoved).toBe(true)
  one.act('acceptDecision', { decisionId: stop })
  const after = meet()
  expect(after.decisions[wait]).toMatchObject({ status: 'superseded', supersededById: stop, statement: 'Wait' })
  expect(after.acceptances[wait]?.meanwhile, 'it was written again').toBeUndefined()
})

test('[DEC12] a decision whose successor is gone, or was taken back, stands again', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = '', stop = ''] = ids.proposals
  one.act('acceptDecision', { decisionId: wait })
  expect(meet().decisions[ids.decision]?.supersededById).toBe(wait)
  two.act('acceptDecision', { decisionId: stop })
  expect(one.undo()).toBe(true)
  const { decisions } = meet()
  expect(decisions[wait]).toMatchObject({ status: 'proposed', acceptedAt: null, supersededById: null })
  expect(decisions[ids.decision]).toMatchObject({ status: 'superseded', supersededById: stop })
  // As the first version left it: without what was accepted, and removed in the other window.
  for (const collection of ['decisions', 'acceptances']) two.docs.record.getMap(collection).delete(stop)
  expect(meet().decisions[ids.decision]).toMatchObject({ status: 'accepted', supersededById: null })
})

test('[DEC13] a condition of a decision that the other window removed is none, and its action stays in the plan', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = ''] = ids.proposals
  const actionId = one.act('addCondition', { decisionId: wait, text: 'Measured in the north' })
  two.act('removeDecision', { decisionId: wait })
  const { conditions, actions } = meet()
  expect(Object.values(conditions).filter((condition) => condition.actionId === actionId)).toEqual([])
  expect(actions[actionId]?.what).toBe('Measured in the north')
  one.act('removeAction', { actionId })
  expect(meet().actions[actionId]).toBeUndefined()
})

test('[FB17] a label given in one window decides over side, force and severity given in the other', () => {
  const { one, two, meet, ids } = twoWindows()
  const [first, second] = ids.findings
  one.act('editFeedback', { feedbackId: first, force: 'blocking', severity: 'major' })
  two.act('editFeedback', { feedbackId: first, label: 'question' })
  one.act('editFeedback', { feedbackId: second, label: 'note' })
  meet()
  one.act('editFeedback', { feedbackId: second, side: 'presenter' })
  two.act('editFeedback', { feedbackId: second, label: 'issue' })
  const { feedback } = meet()
  expect(feedback[first]).toMatchObject({ label: 'question', force: null, severity: null })
  expect(feedback[second]).toMatchObject({ label: 'issue', side: 'reviewer' })
})

test('[FND10] of findings that two windows answered as duplicates of each other the one answered last is open again, and says why', () => {
  const { one, two, meet, ids } = twoWindows()
  const [first, second] = ids.findings
  const duplicate = { disposition: 'duplicate', rationale: 'The same' } as const
  one.act('disposeFinding', { ...duplicate, feedbackId: first, duplicateOf: second }, ids.presenter)
  two.act('disposeFinding', { ...duplicate, feedbackId: second, duplicateOf: first }, ids.presenter)
  const { feedback } = meet()
  expect(feedback[first]?.life.map(({ act }) => act)).toEqual(['dispose'])
  expect(feedback[second]?.life.map(({ act }) => act)).toEqual(['dispose', 'reopen'])
  expect(feedback[second]?.life.at(-1)?.note).toContain('duplicate of the other')
  one.act('disposeFinding', { feedbackId: second, disposition: 'rejected', rationale: 'Not so' }, ids.presenter)
  expect(meet().feedback[second]?.life.map(({ act }) => act)).toEqual(['dispose', 'reopen', 'dispose'])
})

test('[PAN19] scores of a criterion that the other window removed are not read', () => {
  const { one, two, meet } = twoWindows()
  const [gone = '', ...others] = Object.keys(one.record().criteria)
  const { record } = two
  two.act('removeCriterion', { criterionId: gone })
  const panelist = Object.values(record().people).find(isPanelist)?.id ?? ''
  const score = (criterionId: string): Change => ({
    ...{ doc: 'record', path: ['scores', `${panelist} ${criterionId}`], before: undefined },
    after: { id: `${panelist} ${criterionId}`, panelistId: panelist, criterionId, levelsAt: [0], confidence: 'low' },
  })
  applyChanges(one.docs, [gone, ...others].map(score), 'test')
  expect(Object.values(meet().scores).map(({ criterionId }) => criterionId)).toEqual(others)
})

/** Who scores in the review of two windows, and marks for each criterion. */
function panelOf(window: ReturnType<typeof twoWindows>['one']) {
  const { people, criteria } = window.record()
  const [first = '', second = ''] = Object.values(people)
    .filter(isPanelist)
    .map(({ id }) => id)
  const marks = Object.keys(criteria).map((criterionId) => ({ criterionId, levelsAt: [0], confidence: 'low' as const }))
  return { first, second, marks, criterionId: Object.keys(criteria)[0] ?? '' }
}

test('[PAN20] a ballot sealed in one window while the other changed the rubric does not count as in, and is not revealed', () => {
  const { one, two, meet } = twoWindows()
  const { first, second, marks, criterionId } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  two.act('editCriterion', { criterionId, levels: [0, 9].map((points) => ({ points, anchor: '' })) })
  const { people, criteria } = meet()
  expect(ballotsIn(people, one.desk().ballots, criteria)).toMatchObject({ given: 0 })
  expect(() => one.act('revealScores', {})).toThrow('No ballot is in yet')
  one.act('submitBallot', { marks }, second)
  one.act('revealScores', {})
  expect(new Set(Object.values(meet().scores).map(({ panelistId }) => panelistId))).toEqual(new Set([second]))
  expect(Object.keys(two.desk().ballots), 'it is kept').toEqual([first])
  expect(() => one.act('revealScores', {})).toThrow('revealed already')
  two.act('takeBallotBack', { panelistId: first })
  meet()
  expect(one.desk().ballots).toEqual({})
})

test('[PAN20] order, weight and what passes change nothing of what a ballot says', () => {
  const { one, two, meet } = twoWindows()
  const { first, marks, criterionId } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  two.act('editCriterion', { criterionId, weight: 77 })
  two.act('moveCriterion', { criterionId, beforeId: null })
  const { people, criteria } = meet()
  expect(ballotsIn(people, one.desk().ballots, criteria)).toMatchObject({ given: 1 })
})

test('[PAN21] a ballot sealed before its window heard of the reveal is revealed too, but never over scores', () => {
  const { one, two, meet } = twoWindows()
  const { first, second, marks } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  one.act('revealScores', {})
  two.act('submitBallot', { marks }, second)
  two.act('submitBallot', { marks: marks.map((mark) => ({ ...mark, levelsAt: [1] })) }, first)
  const before = meet()
  expect(lateBallots(before, one.desk().ballots).map(({ id }) => id)).toEqual([second])
  two.act('revealScores', {})
  const { scores, panel } = meet()
  expect(scores).toMatchObject(before.scores)
  expect(Object.values(scores).filter(({ panelistId }) => panelistId === second)).toHaveLength(marks.length)
  expect(panel).toEqual(before.panel)
  expect(Object.keys(one.desk().ballots), 'given twice: the revealed one stands').toEqual([first])
})

test('[DOC4] what nothing has to be mended in stays the same object', () => {
  const { one, two, meet, ids } = twoWindows()
  one.act('editAction', { actionId: ids.action, ownerId: ids.presenter })
  two.act('editAction', { actionId: ids.action, verifierId: ids.presenter })
  const before = meet()
  one.act('editFeedback', { feedbackId: ids.findings[0], text: 'Seen again' })
  const after = one.record()
  expect(after.actions).toBe(before.actions)
  expect(after.decisions).toBe(before.decisions)
  expect(after.feedback[ids.findings[1]]).toBe(before.feedback[ids.findings[1]])
})

test('[DOC6] what two windows enter in the same list at once is all there, in one order', () => {
  const { one, two, meet, ids } = twoWindows()
  const [decisionId = ''] = ids.proposals
  const [first, second] = ids.findings
  const before = one.record().decisions[decisionId]?.deciderIds ?? []
  one.act('waiveFinding', { decisionId, feedbackId: first, byId: ids.person, reason: 'Small' })
  two.act('waiveFinding', { decisionId, feedbackId: second, byId: ids.presenter, reason: 'Known' })
  one.act('appraise', { decisionId, personId: ids.person, appraisal: 're-review' })
  two.act('appraise', { decisionId, personId: ids.presenter, appraisal: 'accepted-as-is' })
  one.act('editDecision', { decisionId, options: ['Spring'], dissents: [{ personId: ids.person, words: 'Too early' }] })
  two.act('editDecision', { decisionId, options: ['Autumn'], dissents: [{ personId: ids.presenter, words: 'Too late' }] })
  one.act('editDecision', { decisionId, deciderIds: [...before, ids.presenter] })
  two.act('editDecision', { decisionId, deciderIds: before.slice(1) })
  one.act('editAction', { actionId: ids.action, supporters: [{ personId: ids.presenter, offer: 'A day' }] })
  two.act('editAction', { actionId: ids.action, supporters: [{ personId: ids.person, offer: 'Two days' }] })
  one.act('editPerson', { personId: ids.presenter, roles: ['presenter', 'observer'] })
  two.act('editPerson', { personId: ids.presenter, roles: ['presenter', 'recorder'] })
  const added = one.act('addMaterial', {
    name: 'A.csv',
    mediaType: 'text/csv',
    bytes: 1,
    sha512: 'ab'.repeat(64),
    itemId: ids.item,
  })
  two.act('attachMaterial', { materialId: ids.material, itemId: ids.item, attached: false })
  const { decisions, actions, people, agenda } = meet()
  const met = decisions[decisionId]
  expect(met?.waivers.map(({ feedbackId, reason }) => [feedbackId, reason]).sort()).toEqual(
    [
      [first, 'Small'],
      [second, 'Known'],
    ].sort(),
  )
  expect(met?.appraisals.map(({ personId }) => personId).sort()).toEqual([ids.person, ids.presenter].sort())
  expect(met?.dissents.map(({ words }) => words).sort()).toEqual(['Too early', 'Too late'])
  expect([...(met?.options ?? [])].sort()).toEqual(['Autumn', 'Spring'])
  expect(met?.deciderIds).toEqual([...before.slice(1), ids.presenter])
  expect(actions[ids.action]?.supporters.map(({ offer }) => offer).sort()).toEqual(['A day', 'Two days'])
  expect([...(people[ids.presenter]?.roles ?? [])].sort()).toEqual(['observer', 'presenter', 'recorder'])
  expect(agenda[ids.item]?.materialIds).toEqual([added])
})

test('[DOC6] [DOC3] undo takes back the own entry of a list and leaves what the other window entered', () => {
  const { one, two, meet, ids } = twoWindows()
  const [decisionId = ''] = ids.proposals
  const [first, second] = ids.findings
  const waived = () => meet().decisions[decisionId]?.waivers.map(({ feedbackId }) => feedbackId)
  one.act('waiveFinding', { decisionId, feedbackId: first, byId: ids.person, reason: 'Small' })
  two.act('waiveFinding', { decisionId, feedbackId: second, byId: ids.person, reason: 'Known' })
  meet()
  expect(one.undo()).toBe(true)
  expect(waived()).toEqual([second])
  one.act('waiveFinding', { decisionId, feedbackId: first, byId: ids.person, reason: 'Small' })
  meet()
  two.act('waiveFinding', { decisionId, feedbackId: first, byId: ids.person, reason: 'Other' })
  meet()
  expect(one.undo(), 'somebody changed it since').toBe(false)
  one.act('editDecision', { decisionId, deciderIds: [] })
  meet()
  two.act('removeDecision', { decisionId })
  meet()
  expect(one.undo(), 'it is gone').toBe(false)
})

test('[DOC6] a list keeps its order: what is changed stays in its place, what is put between stands between', () => {
  const { one, meet, ids } = twoWindows()
  const [decisionId = ''] = ids.proposals
  for (const options of [
    ['a', 'b', 'c'],
    ['a', 'x', 'c'],
    ['new', 'a', 'x', 'y', 'c', 'end'],
    ['end', 'c', 'a'],
    ['a', 'c', 'end'],
    [],
    ['a'],
  ]) {
    one.act('editDecision', { decisionId, options })
    expect(meet().decisions[decisionId]?.options).toEqual(options)
  }
})

test('[DOC6] [STO13] a review of the first version is read as it is, and says from its first such list on that older programs cannot read it', () => {
  const { one, meet, ids } = twoWindows()
  const review = one.docs.record.getMap<Y.Map<unknown>>('review').get('review')
  const [decisionId = ''] = ids.proposals
  review?.set('schemaVersion', 1)
  const entity = one.docs.record.getMap<Y.Map<unknown>>('decisions').get(decisionId)
  entity?.delete('options')
  entity?.set('dissents', [{ personId: ids.person, words: 'Too early' }])
  one.act('editDecision', { decisionId, because: 'It is cold' })
  expect(schemaVersionOf(one.docs.record)).toBe(1)
  one.act('editDecision', { decisionId, options: ['Spring'], dissents: [] })
  expect(meet().decisions[decisionId]).toMatchObject({ options: ['Spring'], dissents: [] })
  expect(schemaVersionOf(one.docs.record)).toBe(2)
})

test('[FND12] steps that two windows took at once all stay in the life, and one that cannot come next changes nothing', () => {
  const { one, two, meet, ids } = twoWindows()
  const [first, second] = ids.findings
  const answer = { disposition: 'accepted', rationale: 'Right' } as const
  one.act('disposeFinding', { ...answer, feedbackId: first }, ids.presenter)
  one.act('implementFinding', { feedbackId: first, note: 'Commit 7' }, ids.presenter)
  two.act('withdrawFeedback', { feedbackId: first, reason: 'I misread it' })
  one.act('withdrawFeedback', { feedbackId: second, reason: 'Said twice' })
  two.act('disposeFinding', { ...answer, feedbackId: second }, ids.presenter)
  two.act('implementFinding', { feedbackId: second }, ids.presenter)
  const { feedback } = meet()
  const stands = (id: string) => [feedback[id]?.life.map(({ act }) => act), feedback[id] && statusOf(feedback[id])]
  expect(stands(first)).toEqual([['dispose', 'withdraw', 'implement'], 'closed'])
  expect(stands(second)).toEqual([['withdraw', 'dispose', 'implement'], 'closed'])
  one.act('reopenFeedback', { feedbackId: second, reason: 'It is seen again' })
  expect(statusOf(meet().feedback[second] as FeedbackItem)).toBe('open')
  expect(dispositionOf(one.record().feedback[second] as FeedbackItem)).toBeNull()
})
