import { expect, test } from 'vitest'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

function planned() {
  const review = makeReview()
  const [one = '', two = ''] = Object.keys(review.state().record.people)
  const ids = ['A', 'B', 'C'].map((what) => made(review.act('addAction', { what })))
  return { review, one, two, ids, actions: () => review.state().record.actions }
}

test('[ACT7] an action says who supports it with what, once each, how it is accepted, what shows it and what is noted', () => {
  const { review, one, two, ids, actions } = planned()
  const [actionId = ''] = ids
  const supporters = [
    { personId: one, offer: ' two days\nof computing ' },
    { personId: two, offer: '' },
  ]
  review.act('editAction', {
    actionId,
    supporters,
    acceptanceTest: 'The error is below 3 %',
    notes: 'Ask the grid first',
    evidence: 'https://a.example/x',
  })
  expect(actions()[actionId]).toMatchObject({
    supporters: [
      { personId: one, offer: 'two days of computing' },
      { personId: two, offer: '' },
    ],
    acceptanceTest: 'The error is below 3 %',
    notes: 'Ask the grid first',
    evidence: 'https://a.example/x',
    evidenceMaterialId: null,
  })
  expect(review.rule('editAction', { actionId, supporters: [...supporters, { personId: one, offer: 'more' }] })).toBe('ACT7')
  expect(review.rule('addAction', { what: 'D', supporters: [...supporters, { personId: one, offer: 'more' }] })).toBe('ACT7')
})

test('[ACT8] several actions change in one step, or none when one of them cannot', () => {
  const { review, one, two, ids, actions } = planned()
  const changes = review.act('editActions', {
    actionIds: ids,
    ownerId: one,
    due: '2026-12-18',
    priority: 'high',
    status: 'in-process',
  })
  expect(new Set(changes.map(({ path }) => path[1]))).toEqual(new Set(ids))
  for (const id of ids)
    expect(actions()[id]).toMatchObject({ ownerId: one, due: '2026-12-18', priority: 'high', status: 'in-process' })
  review.act('editAction', { actionId: ids[1] ?? '', verifierId: two })
  expect(review.rule('editActions', { actionIds: ids, ownerId: two })).toBe('ACT2')
  expect(review.rule('editActions', { actionIds: [...ids, 'gone'], due: null })).toBe('ACT1')
  review.act('editActions', { actionIds: ids, due: null })
  for (const id of ids) expect(actions()[id]).toMatchObject({ ownerId: one, due: null })
})

test('[ACT10] what a table brings is one step, numbered on; nothing at all and the same action twice are refused', () => {
  const { review, ids, actions } = planned()
  const [actionId = ''] = ids
  const before = Math.max(...Object.values(actions()).map(({ number }) => number))
  review.act('importActions', {
    edits: [{ actionId, what: 'A, measured again' }],
    added: [{ what: 'D', status: 'completed' }, { what: 'E' }],
  })
  const all = Object.values(actions())
  expect(actions()[actionId]?.what).toBe('A, measured again')
  expect(
    all
      .filter(({ number }) => number > before)
      .map(({ what, number, status, source }) => [what, number - before, status, source.kind]),
  ).toEqual([
    ['D', 1, 'completed', 'review'],
    ['E', 2, 'needs-action', 'review'],
  ])
  expect(new Set(all.map(({ order }) => order)).size).toBe(all.length)
  expect(review.rule('importActions', { edits: [], added: [] })).toBe('ACT10')
  const edit = { actionId, due: null }
  expect(review.rule('importActions', { edits: [edit, edit], added: [] })).toBe('ACT10')
  expect(review.rule('importActions', { edits: [{ actionId, what: ' ' }], added: [] })).toBe('ACT1')
})

test('[CAN2] [ACT10] after closing the actions of a review go on by a table, and none is added', () => {
  const { review, one, actions } = planned()
  review.act('editActions', { actionIds: Object.keys(actions()), ownerId: one, due: '2026-12-18' })
  review.act('nextItem', {})
  review.act('endMeeting', {})
  review.act('closeReview', {})
  const [actionId = ''] = Object.keys(actions())
  review.act('importActions', { edits: [{ actionId, status: 'completed' }], added: [] })
  review.act('editActions', { actionIds: [actionId], status: 'in-process' })
  expect(actions()[actionId]?.status).toBe('in-process')
  expect(review.rule('importActions', { edits: [], added: [{ what: 'D' }] })).toBe('CAN2')
})

test('[ACT3] an action of a closed review gets another owner and another due date, and never none', () => {
  const { review, one, two, ids, actions } = planned()
  const [actionId = '', cancelled = ''] = ids
  review.act('editActions', { actionIds: Object.keys(actions()), ownerId: one, due: '2026-12-18' })
  review.act('editAction', { actionId: cancelled, status: 'cancelled', ownerId: null })
  review.act('nextItem', {})
  review.act('endMeeting', {})
  review.act('closeReview', {})
  for (const patch of [{ ownerId: null }, { due: null }]) {
    expect(review.rule('editAction', { actionId, ...patch })).toBe('ACT3')
    expect(review.rule('editActions', { actionIds: [actionId], ...patch })).toBe('ACT3')
    expect(review.rule('importActions', { edits: [{ actionId, ...patch }], added: [] })).toBe('ACT3')
  }
  expect(review.rule('editAction', { actionId: cancelled, status: 'needs-action' })).toBe('ACT3')
  expect(review.rule('editAction', { actionId, ownerId: two, due: '2027-01-08' })).toBe('ok')
  expect(review.rule('editAction', { actionId: cancelled, status: 'needs-action', ownerId: one })).toBe('ok')
})

test('[ACT13] a material stays while it is the evidence of an action', () => {
  const { review, ids } = planned()
  const material = { name: 'report.pdf', mediaType: 'application/pdf', bytes: 1, sha512: 'a'.repeat(128) }
  const materialId = made(review.act('addMaterial', material))
  const [actionId = ''] = ids
  review.act('editAction', { actionId, evidenceMaterialId: materialId })
  expect(review.rule('removeMaterial', { materialId })).toBe('ACT13')
  review.act('editAction', { actionId, evidenceMaterialId: null })
  expect(review.rule('removeMaterial', { materialId })).toBe('ok')
})
