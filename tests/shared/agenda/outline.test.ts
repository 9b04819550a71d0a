import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemSchema } from '../../../shared/agenda/item'
import { dropPlace, placeBehind, stepPlace } from '../../../shared/agenda/moves'
import { branchAt, outlineOf, outlineRows, plannedMsAt, stepsOf } from '../../../shared/agenda/outline'
import { plannedTotalMs } from '../../../shared/timer/countdown'
import { ledgerOf } from '../../../shared/timer/ledger'
import { timelineOf } from '../../../shared/timer/timeline'
import { wallView } from '../../../shared/wall/wall-view'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const MINUTE = 60_000

/** A review with only these items; the spaces before a title are its depth. */
function withAgenda(...lines: string[]): { review: MadeReview; idOf: (title: string) => string } {
  const review = makeReview()
  for (const itemId of Object.keys(review.state().record.agenda)) review.act('removeItem', { itemId })
  for (const line of lines)
    review.act('addItem', { title: line.trim(), level: line.length - line.trimStart().length, plannedMs: MINUTE })
  const idOf = (title: string) => Object.values(review.state().record.agenda).find((item) => item.title === title)?.id ?? ''
  return { review, idOf }
}

const shown = (review: MadeReview) =>
  outlineOf(review.state().record.agenda).map(({ number, item, isSection }) => `${number} ${item.title}${isSection ? ':' : ''}`)

test('[AGN6] numbers follow order and depth', () => {
  const { review } = withAgenda('Opening', 'Results', ' Data', ' Model', '  Errors', ' Cost', 'Decision')
  expect(shown(review)).toEqual(['1 Opening', '2 Results:', '2.1 Data', '2.2 Model:', '2.2.1 Errors', '2.3 Cost', '3 Decision'])
})

test('[AGN6] any order and any depths make an agenda: no number twice, none deeper than one under the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2), { maxLength: 30 }), (levels) => {
      const items = levels.map((level, at) => itemSchema.parse({ id: `i${at}`, order: 'a0', title: 'x', plannedMs: 1, level }))
      const rows = outlineRows(items)
      expect(new Set(rows.map(({ number }) => number)).size).toBe(items.length)
      rows.forEach((row, at) => {
        expect(row.level).toBeLessThanOrEqual(at === 0 ? 0 : (rows[at - 1]?.level ?? 0) + 1)
        expect(row.number.split('.')).toHaveLength(row.level + 1)
        expect(row.isSection).toBe(branchAt(rows, at).length > 1)
      })
      const top = rows.flatMap((row, at) => (row.level === 0 ? [at] : []))
      expect(top.reduce((sum, at) => sum + plannedMsAt(rows, at), 0)).toBe(rows.filter(({ isSection }) => !isSection).length)
    }),
  )
})

test('[AGN2] an item moves with all under it, and stands as deep as what it is put before', () => {
  const { review, idOf } = withAgenda('A', ' A1', ' A2', 'B', ' B1', 'C')
  review.act('moveItem', { itemId: idOf('B'), beforeId: idOf('A') })
  expect(shown(review)).toEqual(['1 B:', '1.1 B1', '2 A:', '2.1 A1', '2.2 A2', '3 C'])
  review.act('moveItem', { itemId: idOf('C'), beforeId: idOf('A2') })
  expect(shown(review)).toEqual(['1 B:', '1.1 B1', '2 A:', '2.1 A1', '2.2 C', '2.3 A2'])
  review.act('moveItem', { itemId: idOf('B'), beforeId: idOf('C') })
  expect(shown(review)).toEqual(['1 A:', '1.1 A1', '1.2 B:', '1.2.1 B1', '1.3 C', '1.4 A2'])
  expect(review.act('moveItem', { itemId: idOf('B'), beforeId: idOf('B1') })).toEqual([])
  review.act('moveItem', { itemId: idOf('B'), beforeId: null })
  expect(shown(review)).toEqual(['1 A:', '1.1 A1', '1.2 C', '1.3 A2', '1.4 B:', '1.4.1 B1'])
})

test('[AGN6] in and out take along what is under an item, and stop at the edges; what was under a removed item stays', () => {
  const { review, idOf } = withAgenda('A', 'B', ' B1', 'C')
  review.act('indentItem', { itemId: idOf('B'), direction: 'in' })
  expect(shown(review)).toEqual(['1 A:', '1.1 B:', '1.1.1 B1', '2 C'])
  expect(review.rule('indentItem', { itemId: idOf('B'), direction: 'in' })).toBe('AGN6')
  expect(review.rule('indentItem', { itemId: idOf('B1'), direction: 'in' })).toBe('AGN6')
  expect(review.rule('indentItem', { itemId: idOf('A'), direction: 'in' })).toBe('AGN6')
  expect(review.rule('indentItem', { itemId: idOf('C'), direction: 'out' })).toBe('AGN6')
  expect(review.rule('indentItem', { itemId: 'gone', direction: 'out' })).toBe('AGN1')
  review.act('indentItem', { itemId: idOf('B'), direction: 'out' })
  expect(shown(review)).toEqual(['1 A', '2 B:', '2.1 B1', '3 C'])
  review.act('removeItem', { itemId: idOf('B') })
  expect(shown(review)).toEqual(['1 A', '2 B1', '3 C'])
})

test('[AGN7] a section is no step: next, back and start go over it, and what has time gets nothing under it', () => {
  const { review, idOf } = withAgenda('A', 'B', ' B1', ' B2', 'C')
  const active = () => timelineOf(review.state().record.timer).activeItemId
  review.act('startItem', { itemId: idOf('A') })
  review.act('nextItem', {})
  expect(active()).toBe(idOf('B1'))
  review.act('nextItem', {})
  review.act('nextItem', {})
  expect(active()).toBe(idOf('C'))
  expect(review.rule('startItem', { itemId: idOf('B') })).toBe('AGN7')
  review.act('previousItem', {})
  expect(active()).toBe(idOf('B2'))
  expect(review.rule('indentItem', { itemId: idOf('B'), direction: 'in' })).toBe('AGN7')
  expect(review.rule('addItem', { title: 'Under B2', level: 1, beforeId: null })).toBe('AGN7')
  expect(review.rule('removeItem', { itemId: idOf('B1') })).toBe('AGN4')
  const { agenda, timer } = review.state().record
  expect(ledgerOf(agenda, timelineOf(timer), 0).rows.map(({ itemId }) => itemId)).toEqual(stepsOf(agenda).map(({ id }) => id))
})

test('[AGN7] starting a section starts its first pending item', () => {
  const { review, idOf } = withAgenda('A', 'B', ' B1', ' B2')
  review.act('markItem', { itemId: idOf('B1'), status: 'deferred' })
  review.act('startItem', { itemId: idOf('B') })
  expect(timelineOf(review.state().record.timer).activeItemId).toBe(idOf('B2'))
})

test('[AGN8] the planned time of a section is that of the items under it', () => {
  const { review, idOf } = withAgenda('A', ' A1', ' A2', 'B')
  review.act('editItem', { itemId: idOf('A'), plannedMs: 50 * MINUTE })
  const { agenda } = review.state().record
  expect(plannedMsAt(outlineOf(agenda), 0)).toBe(2 * MINUTE)
  expect(plannedTotalMs(agenda)).toBe(3 * MINUTE)
})

test('[WAL2] what stands under an internal section is not on the wall; numbers are those of the agenda', () => {
  const { review, idOf } = withAgenda('A', 'B', ' B1', 'C', ' C1')
  review.act('editItem', { itemId: idOf('B'), internal: true })
  review.act('startItem', { itemId: idOf('B1') })
  expect(wallView(review.state().record, { kind: 'item' }, '2026-11-24')).toMatchObject({ items: 2, item: null, next: 'A' })
  review.act('startItem', { itemId: idOf('C1') })
  expect(wallView(review.state().record, { kind: 'item' }, '2026-11-24').item).toMatchObject({ number: '3.1', at: 2 })
})

test('[AGN2] up and down go among those an item stands with, and out past the edge; a drop goes before, behind or under', () => {
  const { review, idOf } = withAgenda('A', ' A1', ' A2', 'B', ' B1', 'C')
  const rows = () => outlineOf(review.state().record.agenda)
  const step = (title: string, by: -1 | 1) => {
    const place = stepPlace(rows(), idOf(title), by)
    if (place) review.act('moveItem', { itemId: idOf(title), ...place })
    return place ? shown(review).join(' ') : null
  }
  expect(step('B', -1)).toBe('1 B: 1.1 B1 2 A: 2.1 A1 2.2 A2 3 C')
  expect(step('B', 1)).toBe('1 A: 1.1 A1 1.2 A2 2 B: 2.1 B1 3 C')
  expect(step('A2', -1)).toBe('1 A: 1.1 A2 1.2 A1 2 B: 2.1 B1 3 C')
  expect(step('A1', 1)).toBe('1 A: 1.1 A2 2 A1 3 B: 3.1 B1 4 C')
  expect(step('A2', -1)).toBe('1 A2 2 A 3 A1 4 B: 4.1 B1 5 C')
  expect([step('A2', -1), step('C', 1)]).toEqual([null, null])
  const drop = (title: string, target: string, position: 'before' | 'after' | 'on') => {
    const place = dropPlace(rows(), idOf(target), position)
    if (place) review.act('moveItem', { itemId: idOf(title), ...place })
    return shown(review).join(' ')
  }
  expect(drop('C', 'B', 'on')).toBe('1 A2 2 A 3 A1 4 B: 4.1 B1 4.2 C')
  expect(drop('A2', 'B', 'after')).toBe('1 A 2 A1 3 B: 3.1 A2 3.2 B1 3.3 C')
  expect(drop('A', 'C', 'after')).toBe('1 A1 2 B: 2.1 A2 2.2 B1 2.3 C 2.4 A')
  expect(drop('B1', 'A1', 'before')).toBe('1 B1 2 A1 3 B: 3.1 A2 3.2 C 3.3 A')
  const place = placeBehind(rows(), idOf('A2'))
  review.act('addItem', { title: 'N', ...place })
  expect(shown(review).slice(2, 5)).toEqual(['3 B:', '3.1 A2', '3.2 N'])
})
