import { expect, test } from 'vitest'
import { outlineOf } from '../../../shared/agenda/outline'
import { excessMs, plannedTotalMs } from '../../../shared/timer/countdown'
import { formatLength } from '../../../shared/timer/format'
import { invert } from '../../../shared/review/change'
import { applyChanges } from '../../../shared/record/document'
import { type MadeReview, makeReview } from '../../helpers/review-maker'

const MINUTE = 60_000
const shown = (review: MadeReview) =>
  outlineOf(review.state().record.agenda).map(({ number, item: { title, presenterId } }) => {
    const presenter = presenterId === null ? '' : ` (${review.state().record.people[presenterId]?.name ?? '?'})`
    return `${number} ${title}${presenter}`
  })

test('[AGN10] an import adds items and new presenters in one step, which is undone as one', () => {
  const review = makeReview()
  const before = review.state()
  const known = Object.values(before.record.people)[0]
  const changes = review.act('importItems', {
    items: [
      { title: ' Plan ', level: 2, presenterName: 'New Person' },
      { title: 'Data', level: 1, presenterName: 'New Person', plannedMs: 5 * MINUTE },
      { title: 'Cost', presenterName: known?.name ?? '' },
    ],
  })
  const at = Object.keys(before.record.agenda).length
  expect(shown(review).slice(at)).toEqual([
    `${at + 1} Plan (New Person)`,
    `${at + 1}.1 Data (New Person)`,
    `${at + 2} Cost (${known?.name ?? ''})`,
  ])
  expect(Object.keys(review.state().record.people)).toHaveLength(Object.keys(before.record.people).length + 1)
  applyChanges(review.docs, invert(changes), 'test')
  expect(review.state()).toEqual(before)
})

test('[AGN10] in the place of what has not begun: what has time, was put off, or stands above such an item stays', () => {
  const review = makeReview()
  review.act('importItems', {
    items: ['A', ' A1', ' A2', 'B', ' B1', 'C'].map((line) => ({ title: line.trim(), level: line.length - line.trim().length })),
    replaces: true,
  })
  const idOf = (title: string) => outlineOf(review.state().record.agenda).find(({ item }) => item.title === title)?.item.id ?? ''
  review.act('startItem', { itemId: idOf('A2') })
  review.act('markItem', { itemId: idOf('C'), status: 'deferred' })
  review.act('writeNote', { itemId: idOf('B1'), text: 'Secret' })
  review.act('writeNote', { itemId: idOf('A2'), text: 'Kept' })
  review.act('importItems', { items: [{ title: 'New' }], replaces: true })
  expect(shown(review)).toEqual(['1 A', '1.1 A2', '2 C', '3 New'])
  expect(Object.values(review.state().desk.notes).map(({ text }) => text)).toEqual(['Kept'])
})

test('[AGN10] nothing chosen and items without a title are refused', () => {
  const review = makeReview()
  expect(review.rule('importItems', { items: [] })).toBe('AGN10')
  expect(review.rule('importItems', { items: [{ title: ' ' }] })).toBe('AGN1')
})

test('[AGN9] what the agenda takes is set against the scheduled length, to the minute', () => {
  const review = makeReview()
  const { agenda } = review.state().record
  const total = plannedTotalMs(agenda)
  expect(excessMs(agenda, null)).toBeNull()
  expect(excessMs(agenda, total - 12 * MINUTE)).toBe(12 * MINUTE)
  expect(excessMs(agenda, total + MINUTE)).toBe(-MINUTE)
  const [put] = outlineOf(agenda).filter(({ isSection }) => !isSection)
  review.act('markItem', { itemId: put?.item.id ?? '', status: 'carried' })
  expect(excessMs(review.state().record.agenda, total)).toBe(-(put?.item.plannedMs ?? 0))
  review.act('editReview', { scheduledLengthMs: 60 * MINUTE })
  expect(review.state().record.review['review']?.scheduledLengthMs).toBe(60 * MINUTE)
  expect([60, 120, 90, 0].map((minutes) => formatLength(minutes * MINUTE))).toEqual([
    'the hour',
    'the 2 hours',
    'the 90 min',
    'the 0 min',
  ])
})
