import { expect, test } from 'vitest'
import { offerOf } from '../../../shared/timer/offer'
import { timelineOf } from '../../../shared/timer/timeline'
import { meeting, MINUTE, type Meeting } from '../../helpers/meeting'

const offer = (held: Meeting) => {
  const { review, timer } = held.record()
  return offerOf(timelineOf(timer), held.countdown(), held.projection(), review['review']?.scheduledStart ?? null)
}

test('[TIM18] a late start is offered until the first item ends or time was moved, and not below a minute', () => {
  const late = (ms: number, isScheduled = true) => {
    const held = meeting([10, 10], { isScheduled })
    held.pass(ms)
    expect(offer(held)).toBeNull()
    held.act('nextItem', {})
    return held
  }
  expect(offer(late(MINUTE - 1))).toBeNull()
  expect(offer(late(7 * MINUTE, false))).toBeNull()
  const held = late(7 * MINUTE)
  expect(offer(held)).toMatchObject({ kind: 'late', byMs: 7 * MINUTE })
  held.act('pauseTimer', {})
  held.pass(MINUTE)
  held.act('resumeTimer', {})
  expect(offer(held)).toMatchObject({ kind: 'late', byMs: 8 * MINUTE })
  held.act('moveEnd', { byMs: 8 * MINUTE })
  expect(offer(held)).toBeNull()
  held.undo()
  held.act('takeTime', { itemId: null, byMs: 8 * MINUTE })
  expect(offer(held)).toBeNull()
  held.undo()
  held.act('extendTimer', { itemId: 'a', byMs: MINUTE })
  expect(offer(held)).toBeNull()
  held.undo()
  held.act('nextItem', {})
  expect(offer(held)).toBeNull()
})

test('[TIM18] danger and overtime offer five minutes and what is over, once for the time the item has; a paused item nothing', () => {
  const held = meeting([10, 10])
  held.act('nextItem', {})
  held.pass(8 * MINUTE)
  expect(held.countdown().phase).toBe('warning')
  expect(offer(held)).toBeNull()
  held.pass(MINUTE)
  const first = offer(held)
  expect(first).toMatchObject({ kind: 'over', byMs: 5 * MINUTE })
  held.pass(2 * MINUTE + 1)
  expect(offer(held)).toEqual({ ...first, byMs: 7 * MINUTE })
  held.act('pauseTimer', {})
  expect(offer(held)).toBeNull()
  held.act('resumeTimer', {})
  held.act('extendTimer', { itemId: 'a', byMs: MINUTE })
  expect(offer(held)?.key).not.toBe(first?.key)
  held.act('nextItem', {})
  expect(offer(held)).toBeNull()
})
