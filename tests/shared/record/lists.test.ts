import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { schemaVersionOf } from '../../../shared/record/document'
import { twoWindows } from '../../helpers/two-windows'

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

test('[DOC6] [DOC3] undo of the own entry brings back nothing that the other window took out, and redo neither', () => {
  const { one, two, meet, ids } = twoWindows()
  const [decisionId = ''] = ids.proposals
  const deciders = () => meet().decisions[decisionId]?.deciderIds
  one.act('editDecision', { decisionId, deciderIds: [ids.person] })
  meet()
  one.act('editDecision', { decisionId, deciderIds: [ids.person, ids.presenter] })
  meet()
  two.act('editDecision', { decisionId, deciderIds: [ids.presenter] })
  meet()
  expect(one.undo()).toBe(true)
  expect(deciders()).toEqual([])
  expect(one.undo(), 'done again').toBe(true)
  expect(deciders()).toEqual([ids.presenter])
})

test('[FND8] [UND2] a step of a life is not undone from beneath a step that another window took after it', () => {
  const { one, two, meet, ids } = twoWindows()
  const [feedbackId] = ids.findings
  one.act('disposeFinding', { feedbackId, disposition: 'accepted', rationale: 'Right' }, ids.presenter)
  meet()
  two.act('implementFinding', { feedbackId }, ids.presenter)
  const met = meet()
  expect(one.undo()).toBe(false)
  expect(meet()).toEqual(met)
  expect(two.undo()).toBe(true)
  meet()
  expect(one.undo()).toBe(true)
  expect(meet().feedback[feedbackId]?.life).toEqual([])
})

test('[STO13] accepting a decision raises the version of a record of the first: that does not read what was accepted', () => {
  const { one, ids } = twoWindows()
  const [decisionId = ''] = ids.proposals
  const review = one.docs.record.getMap<Y.Map<unknown>>('review').get('review')
  review?.set('schemaVersion', 1)
  one.act('acceptDecision', { decisionId })
  expect(schemaVersionOf(one.docs.record)).toBe(2)
})
