import { expect, test } from 'vitest'
import { inOrder } from '../../../shared/review/fields'
import { LARGEST_MATERIAL } from '../../../shared/review/materials'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const agendaOf = (review: MadeReview) => inOrder(review.state().record.agenda)
const titlesOf = (review: MadeReview) => agendaOf(review).map(({ title }) => title)
const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[AGN1] an item without a title is refused, and one that was removed cannot be edited', () => {
  const review = makeReview()
  const [first] = agendaOf(review)
  expect(review.rule('addItem', { title: '  ' })).toBe('AGN1')
  expect(review.rule('editItem', { itemId: first?.id ?? '', title: ' ' })).toBe('AGN1')
  expect(review.rule('editItem', { itemId: 'gone', title: 'A' })).toBe('AGN1')
})

test('[AGN2] every move gives the order that was asked for and changes nothing else', () => {
  const review = makeReview()
  const before = agendaOf(review)
  for (const [from, to] of [
    [0, 3],
    [3, 0],
    [1, 2],
    [2, 1],
    [0, before.length],
  ] as const) {
    const now = agendaOf(review)
    const moving = now[from]
    const target = now[to]?.id ?? null
    const changes = review.act('moveItem', { itemId: moving?.id ?? '', beforeId: target })
    expect(changes.map(({ path }) => path[2]).filter((field) => field !== 'order')).toEqual([])
    const others = now.filter(({ id }) => id !== moving?.id)
    const at = target === null ? others.length : others.findIndex(({ id }) => id === target)
    expect(titlesOf(review)).toEqual(others.toSpliced(at, 0, moving as (typeof others)[0]).map(({ title }) => title))
  }
  expect(review.act('moveItem', { itemId: before[0]?.id ?? '', beforeId: before[0]?.id ?? '' })).toEqual([])
  review.act('addItem', { title: 'Before the first', beforeId: agendaOf(review)[0]?.id })
  expect(titlesOf(review)[0]).toBe('Before the first')
})

test('[AGN3] what was not discussed is deferred, carried and taken up again; what was discussed stays so', () => {
  const review = makeReview()
  const [first, second] = agendaOf(review)
  for (const status of ['deferred', 'carried', 'pending'] as const) {
    review.act('markItem', { itemId: second?.id ?? '', status })
    expect(agendaOf(review)[1]?.status).toBe(status)
  }
  review.act('startItem', { itemId: first?.id ?? '' })
  review.act('endItem', {})
  expect(review.rule('markItem', { itemId: first?.id ?? '', status: 'deferred' })).toBe('AGN3')
})

test('[AGN4] [AGN5] an item with time stays; another goes with its private note, which was in the desk only', () => {
  const review = makeReview()
  const [first, second] = agendaOf(review)
  const changes = review.act('writeNote', { itemId: second?.id ?? '', text: 'Ask about the budget' })
  expect(changes.map(({ doc }) => doc)).toEqual(['desk'])
  expect(JSON.stringify(review.state().record)).not.toContain('budget')
  review.act('removeItem', { itemId: second?.id ?? '' })
  expect(review.state().desk.notes).toEqual({})
  expect(review.act('writeNote', { itemId: first?.id ?? '', text: '' })).toEqual([])
  review.act('startItem', { itemId: first?.id ?? '' })
  review.act('endItem', {})
  expect(review.rule('removeItem', { itemId: first?.id ?? '' })).toBe('AGN4')
})

test('[QUE1] [QUE2] a question needs a person or a text; answered it leaves the queue and stays', () => {
  const review = makeReview()
  expect(review.rule('queueQuestion', { text: ' ' })).toBe('QUE1')
  const [person = ''] = Object.keys(review.state().record.people)
  const questionId = made(review.act('queueQuestion', { askedBy: person }))
  review.act('answerQuestion', { questionId, answered: true })
  const answeredAt = review.state().record.questions[questionId]?.answeredAt
  expect(answeredAt).toBeGreaterThan(0)
  expect(review.act('answerQuestion', { questionId, answered: true })).toEqual([])
  expect(review.rule('answerQuestion', { questionId: 'gone', answered: true })).toBe('QUE2')
})

test('[PRK1] [PRK2] a topic is parked with a text; settled it stays', () => {
  const review = makeReview()
  expect(review.rule('parkTopic', { text: ' ' })).toBe('PRK1')
  const topicId = made(review.act('parkTopic', { text: ' Costs ' }))
  review.act('settleTopic', { topicId, settled: true })
  expect(review.state().record.parking[topicId]).toMatchObject({ text: 'Costs' })
  expect(review.state().record.parking[topicId]?.settledAt).toBeGreaterThan(0)
  review.act('settleTopic', { topicId, settled: false })
  expect(review.state().record.parking[topicId]?.settledAt).toBeNull()
  expect(review.rule('settleTopic', { topicId: 'gone', settled: true })).toBe('PRK2')
})

test('[MAT1] [MAT2] [MAT3] [MAT4] a material is its hash, has a name and 2 GB at most, and goes from every item at once', () => {
  const review = makeReview()
  const file = { name: 'load.csv', mediaType: 'text/csv', bytes: 12, sha512: 'ab'.repeat(64) }
  expect(review.rule('addMaterial', { ...file, sha512: 'ab' })).toBe('VRB1')
  expect(review.rule('addMaterial', { ...file, bytes: LARGEST_MATERIAL })).toBe('ok')
  expect(review.rule('addMaterial', { ...file, bytes: LARGEST_MATERIAL + 1 })).toBe('MAT2')
  const [first, second] = agendaOf(review).map(({ id }) => id)
  const materialId = made(review.act('addMaterial', { ...file, itemId: first }))
  expect(review.state().record.materials[materialId]).toMatchObject(file)
  review.act('attachMaterial', { materialId, itemId: second ?? '', attached: true })
  expect(review.rule('renameMaterial', { materialId, name: ' ' })).toBe('MAT3')
  expect(review.rule('attachMaterial', { materialId: 'gone', itemId: second ?? '', attached: true })).toBe('MAT1')
  review.act('removeMaterial', { materialId })
  expect(agendaOf(review).flatMap(({ materialIds }) => materialIds)).toEqual([])
})
