import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../../shared/review/fields'
import { sharesOf } from '../../../shared/timer/take-time'
import { timelineOf } from '../../../shared/timer/timeline'
import { wallCountdown } from '../../../shared/wall/wall-countdown'
import { wallView } from '../../../shared/wall/wall-view'
import { meeting, MINUTE, type Meeting } from '../../helpers/meeting'

const wallNow = (held: Meeting) => {
  const item = wallView(held.record(), { kind: 'item' }, '2026-11-24').item
  return item && { ...wallCountdown(item.time, held.now()), breakZone: item.breakZone }
}
const lateMinutes = (held: Meeting) => held.projection().lateMs / MINUTE
const endsAfterMinutes = (held: Meeting, start: number) => (held.projection().endsAt - start) / MINUTE

describe('[TIM11] limits', () => {
  const usual = { warningMs: null, dangerMs: null }
  test.each([
    { left: 4, item: usual, review: usual, phase: 'running' },
    { left: 4, item: usual, review: { warningMs: 4 * MINUTE, dangerMs: null }, phase: 'warning' },
    {
      left: 4,
      item: { warningMs: 3 * MINUTE, dangerMs: null },
      review: { warningMs: 4 * MINUTE, dangerMs: null },
      phase: 'running',
    },
    { left: 4, item: { warningMs: null, dangerMs: 4 * MINUTE }, review: usual, phase: 'danger' },
    { left: 1, item: { warningMs: null, dangerMs: 0 }, review: { warningMs: 0, dangerMs: 5 * MINUTE }, phase: 'running' },
    { left: 0, item: { warningMs: 0, dangerMs: 0 }, review: usual, phase: 'overtime' },
  ])('[TIM11] $left min left of ten, item $item, review $review: $phase, on the wall too', ({ left, item, review, phase }) => {
    const held = meeting([10])
    held.act('editReview', review)
    held.act('editItem', { itemId: 'a', ...item })
    held.act('nextItem', {})
    held.pass((10 - left) * MINUTE)
    expect(held.countdown().phase).toBe(phase)
    expect(wallNow(held)?.phase).toBe(phase)
  })
})

test('[TIM12] a minute less is the opposite of a minute more, below nothing allotted is refused, and what is left can be set', () => {
  const held = meeting([2, 5])
  held.act('nextItem', {})
  held.pass(90_000)
  held.act('extendTimer', { itemId: 'a', byMs: -MINUTE })
  expect(held.countdown()).toMatchObject({ allottedMs: MINUTE, leftMs: -30_000, phase: 'overtime' })
  held.act('extendTimer', { itemId: 'a', byMs: -5 * MINUTE })
  expect(held.countdown()).toMatchObject({ allottedMs: 0, leftMs: -90_000 })
  expect(held.act('extendTimer', { itemId: 'a', byMs: -MINUTE })).toBe('TIM12')
  held.act('extendTimer', { itemId: 'a', byMs: MINUTE })
  expect(held.countdown().allottedMs).toBe(MINUTE)
  held.act('setTimeLeft', { leftMs: 7 * MINUTE })
  expect(held.countdown()).toMatchObject({ allottedMs: 90_000 + 7 * MINUTE, leftMs: 7 * MINUTE })
  held.act('setTimeLeft', { leftMs: 0 })
  expect(held.countdown()).toMatchObject({ allottedMs: 90_000, leftMs: 0, phase: 'overtime' })
  held.act('endItem', {})
  expect(held.act('setTimeLeft', { leftMs: MINUTE })).toBe('TIM2')
})

test('[TIM13] five minutes come from those to come, by what they can spare, and the end stays', () => {
  const held = meeting([10, 11, 6, 1, 3])
  const start = held.now()
  held.act('nextItem', {})
  held.pass(10 * MINUTE)
  held.act('takeTime', { itemId: 'a', byMs: 5 * MINUTE })
  // 10, 5, 0 and 2 can be spared: 3, 1, 0 and 1 are given.
  expect(held.allotted()).toEqual([15, 8, 5, 1, 2])
  expect(held.countdown().leftMs).toBe(5 * MINUTE)
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([31, 0])
  expect(held.undo()).toBe(true)
  expect(held.allotted()).toEqual([10, 11, 6, 1, 3])
  held.act('takeTime', { itemId: 'a', byMs: 5 * MINUTE, fromIds: ['c'] })
  expect(held.allotted()).toEqual([15, 11, 1, 1, 3])
  held.act('takeTime', { itemId: 'a', byMs: 60 * MINUTE })
  expect(held.allotted()).toEqual([27, 1, 1, 1, 1])
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([31, 0])
  expect(held.act('takeTime', { itemId: 'a', byMs: MINUTE })).toBe('TIM13')
  expect(held.act('takeTime', { itemId: 'gone', byMs: MINUTE })).toBe('TIM13')
})

test('[TIM13] whatever is asked of whatever agenda: the sum stays and everybody keeps a minute', () => {
  const anyMinutes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(anyMinutes, fc.nat(3_600_000), fc.nat(600_000), fc.boolean(), (minutes, byMs, spentMs, isForNobody) => {
      const held = meeting(minutes)
      held.act('nextItem', {})
      held.pass(spentMs)
      const before = held.allotted()
      const itemId = isForNobody ? null : 'a'
      const { agenda, timer } = held.record()
      const told = sharesOf(agenda, timelineOf(timer), held.now(), { itemId, byMs })
      const given = told.reduce((sum, share) => sum + share.byMs, 0)
      const spareMs = before
        .map((planned, at) => planned * MINUTE - (at === 0 ? spentMs : 0) - MINUTE)
        .reduce((sum, spare, at) => sum + (at === 0 && !isForNobody ? 0 : Math.max(0, spare)), 0)
      expect(given).toBe(Math.min(byMs, spareMs))
      expect(held.act('takeTime', { itemId, byMs })).toBe(given === 0 ? 'TIM13' : 'ok')
      const after = held.allotted()
      after.forEach((allotted, at) => {
        if (allotted < (before[at] ?? 0)) expect(allotted).toBeGreaterThanOrEqual(1)
      })
      const sum = (all: readonly number[]) => Math.round(all.reduce((total, one) => total + one * MINUTE, 0))
      expect(sum(after) - sum(before)).toBe(isForNobody ? 0 - given : 0)
    }),
    { numRuns: 200 },
  )
})

test('[TIM14] a topic is parked with its item, the next one runs, and one undo takes both back', () => {
  const held = meeting([10, 5])
  expect(held.act('parkAndGoOn', { text: 'Costs' })).toBe('TIM2')
  held.act('nextItem', {})
  held.pass(11 * MINUTE)
  expect(held.act('parkAndGoOn', { text: '  ' })).toBe('PRK1')
  expect(held.countdown().itemId).toBe('a')
  held.act('parkAndGoOn', { text: ' Costs ' })
  expect(held.countdown().itemId).toBe('b')
  expect(Object.values(held.record().parking)).toMatchObject([{ text: 'Costs', itemId: 'a' }])
  held.undo()
  expect([held.countdown().itemId, Object.keys(held.record().parking)]).toEqual(['a', []])
  held.act('nextItem', {})
  held.act('parkAndGoOn', { text: 'The last' })
  expect(held.countdown().itemId).toBeNull()
})

test('[TIM15] late is counted from the plan of the first start; only moving the end moves it', () => {
  const held = meeting([10, 20, 30])
  const start = held.now()
  expect(held.act('moveEnd', { byMs: MINUTE })).toBe('TIM15')
  held.pass(7 * MINUTE)
  held.act('nextItem', {})
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([67, 7])
  held.act('moveEnd', { byMs: 7 * MINUTE })
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([67, 0])
  held.undo()
  held.act('takeTime', { itemId: null, byMs: 7 * MINUTE })
  expect(held.allotted()).toEqual([9, 18, 26])
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([60, 0])
  held.act('addItem', { title: 'One more', plannedMs: 5 * MINUTE })
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([65, 5])
  held.act('markItem', { itemId: 'b', status: 'deferred' })
  expect([endsAfterMinutes(held, start), lateMinutes(held)]).toEqual([47, -13])
})

test('[TIM15] a review whose first start kept no plan counts from the agenda as it is', () => {
  const held = meeting([10, 20])
  held.act('nextItem', {})
  const { agenda, timer } = held.record()
  const old = Object.fromEntries(Object.entries(timer).map(([id, event]) => [id, { ...event, planMs: undefined }]))
  expect(timelineOf(timer).planMs).toBe(30 * MINUTE)
  expect(timelineOf(old as typeof timer).planMs).toBeNull()
  expect(Object.keys(agenda)).toHaveLength(2)
})

test('[TIM16] a break stands behind the item that ran, in its section, and the wall says when it goes on', () => {
  const held = meeting([10, 10, 10])
  const start = held.now()
  held.act('indentItem', { itemId: 'b', direction: 'in' })
  held.act('nextItem', {})
  expect(held.countdown().itemId).toBe('b')
  held.pass(4 * MINUTE)
  expect(wallNow(held)?.breakZone).toBeNull()
  held.act('takeBreak', { plannedMs: 15 * MINUTE })
  const items = inOrder(held.record().agenda)
  expect(items.map(({ id, level, kind }) => [id.length === 1 ? id : 'break', level, kind])).toEqual([
    ['a', 0, 'discussion'],
    ['b', 1, 'discussion'],
    ['break', 1, 'break'],
    ['c', 0, 'discussion'],
  ])
  expect(held.countdown()).toMatchObject({ itemId: items[2]?.id, leftMs: 15 * MINUTE })
  held.pass(MINUTE)
  expect(wallNow(held)).toMatchObject({ breakZone: 'UTC', endsAt: start + 19 * MINUTE })
  // Six minutes were saved before, fifteen are new.
  expect(lateMinutes(held)).toBe(9)
  // Somebody sets the clock: the time on the wall is the one on people's wrists.
  held.jump(60 * MINUTE)
  expect(wallNow(held)?.endsAt).toBe(start + 79 * MINUTE)
  held.act('previousItem', {})
  expect(held.countdown()).toMatchObject({ itemId: 'b', leftMs: 6 * MINUTE })

  const early = meeting([10])
  early.act('takeBreak', { plannedMs: 5 * MINUTE })
  expect(inOrder(early.record().agenda).map(({ kind }) => kind)).toEqual(['break', 'discussion'])
})
