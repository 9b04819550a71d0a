import { expect, test } from 'vitest'
import { outcomeOfTopic } from '../../../shared/actions/topic-verbs'
import type { ParkedTopic } from '../../../shared/agenda/item'
import type { FeedbackItem } from '../../../shared/feedback/item'
import { dispositionOf, statusOf } from '../../../shared/feedback/life'
import { applyChanges } from '../../../shared/record/document'
import { type Change } from '../../../shared/review/change'
import { isPanelist } from '../../../shared/rubric/panel'
import { twoWindows } from '../../helpers/two-windows'

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

test('[RSK8] a risk closed in one window whose reason went in the other is open, whoever is heard last', () => {
  for (const closes of [0, 1]) {
    const { one, two, meet, ids } = twoWindows()
    one.act('decideRisk', { riskId: ids.risk, status: 'mitigated', reason: 'Seldom' })
    meet()
    for (const [at, window] of [one, two].entries())
      if (at === closes) window.act('decideRisk', { riskId: ids.risk, status: 'closed', reason: 'Seldom' })
      else window.act('decideRisk', { riskId: ids.risk, status: 'open', reason: '' })
    expect(meet().risks[ids.risk]).toMatchObject({ status: 'open', reason: '' })
  }
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

test('[FB17] what is not revealed yet is read so as well, on the desk of both windows', () => {
  const { one, two, meet } = twoWindows()
  const feedbackId = one.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Not said yet', isPrivate: true })
  meet()
  one.act('editFeedback', { feedbackId, force: 'blocking' })
  two.act('editFeedback', { feedbackId, label: 'question' })
  meet()
  for (const { desk } of [one, two])
    expect(desk().feedback[feedbackId]).toMatchObject({ label: 'question', force: null, severity: null })
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

test('[FND12] what one window accepted or opened again while the other closed it is not closed', () => {
  const { one, two, meet, ids } = twoWindows()
  const [accepted, opened] = ids.findings
  for (const feedbackId of [accepted, opened])
    one.act('disposeFinding', { feedbackId, disposition: 'rejected', rationale: 'No' }, ids.presenter)
  meet()
  one.act('disposeFinding', { feedbackId: accepted, disposition: 'accepted', rationale: 'Yes after all' }, ids.presenter)
  one.act('reopenFeedback', { feedbackId: opened, reason: 'Wrong' })
  for (const feedbackId of [accepted, opened]) two.act('closeFeedback', { feedbackId })
  const { feedback } = meet()
  const stands = (id: string) => feedback[id] && statusOf(feedback[id])
  expect([stands(accepted), stands(opened)]).toEqual(['dispositioned', 'open'])
  one.act('implementFinding', { feedbackId: accepted }, ids.presenter)
})
