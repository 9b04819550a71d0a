import { expect, test } from 'vitest'
import { meanwhileWords } from '../../../shared/record/meanwhile-words'
import { type RecordState } from '../../../shared/record/state'
import { twoWindows } from '../../helpers/two-windows'

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

test('[DEC12] what was taken back in one window is proposed, whichever of the two superseded it meanwhile', () => {
  for (const back of ['one', 'two'] as const) {
    const windows = twoWindows()
    const { meet, ids } = windows
    const [wait = '', stop = ''] = ids.proposals
    windows[back].act('acceptDecision', { decisionId: wait })
    meet()
    windows[back === 'one' ? 'two' : 'one'].act('acceptDecision', { decisionId: stop })
    expect(windows[back].undo()).toBe(true)
    expect(meet().decisions[wait]).toMatchObject({ status: 'proposed', acceptedAt: null, supersededById: null })
  }
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

test('[DEC13] a condition whose action the other window removed, while its decision was gone there, is none when the decision is back', () => {
  const { one, two, meet, ids } = twoWindows()
  const [wait = ''] = ids.proposals
  const actionId = one.act('addCondition', { decisionId: wait, text: 'Measured in the north' })
  two.act('removeDecision', { decisionId: wait })
  meet()
  one.act('removeAction', { actionId })
  expect(two.undo()).toBe(true)
  const { decisions, conditions } = meet()
  expect(decisions[wait]?.status).toBe('proposed')
  expect(Object.values(conditions).filter((condition) => condition.actionId === actionId)).toEqual([])
})
