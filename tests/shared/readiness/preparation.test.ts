import { expect, test } from 'vitest'
import { fullReview } from '../../helpers/full-review'

test('[RDY4] a person has one preparation record, told bit by bit', () => {
  const { review, ids } = fullReview()
  const personId = String(review.act('addPerson', { name: 'Grace', roles: ['reviewer'] })[0]?.path[1])
  const record = () => review.state().record.preparations
  const before = Object.keys(record()).length
  review.act('recordPreparation', { personId, spentMs: 1_800_000 })
  review.act('recordPreparation', { personId, materialIds: [ids.material, ids.material] })
  review.act('recordPreparation', { personId, outcome: 'insufficient', note: 'The appendix is missing' })
  expect(Object.keys(record())).toHaveLength(before + 1)
  expect(record()[personId]).toEqual({
    id: personId,
    materialIds: [ids.material],
    spentMs: 1_800_000,
    outcome: 'insufficient',
    note: 'The appendix is missing',
  })
})

test('[RDY4] what is recorded belongs to a person of the list and to materials of the review', () => {
  const { review, ids } = fullReview()
  expect(review.rule('recordPreparation', { personId: 'gone', spentMs: 1 })).toBe('PPL2')
  expect(review.rule('recordPreparation', { personId: ids.person, materialIds: ['gone'] })).toBe('MAT1')
  // A material that was read and then removed does not stand in the way of the next.
  review.act('recordPreparation', { personId: ids.person, materialIds: [ids.material] })
  review.act('removeMaterial', { materialId: ids.material })
  expect(review.rule('recordPreparation', { personId: ids.person, materialIds: [ids.material] })).toBe('ok')
})
