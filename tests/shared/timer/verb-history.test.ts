import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallCountdown } from '../../../shared/wall/wall-countdown'
import { wallView } from '../../../shared/wall/wall-view'
import { meeting, MINUTE } from '../../helpers/meeting'

const RUNS = process.env['REVIEW_ROOM_PROOF'] === '1' ? 10_000 : 150

const anyStep = fc.record({
  afterMs: fc.oneof(fc.nat(5), fc.nat(400_000)),
  act: fc.constantFrom(
    'next',
    'back',
    'start',
    'pause',
    'end',
    'more',
    'set',
    'take',
    'break',
    'park',
    'move',
    'jump',
    'undo',
    'undo',
  ),
  number: fc.integer({ min: -300, max: 300 }),
})

/** What was on after an act, by a clock that nobody sets: an item, or a gap. */
interface Turn {
  readonly at: number
  readonly itemId: string | null
  readonly isPaused: boolean
}

/** What a stop-watch says of these turns until `now`; nothing before the first start, nor of a gap that still lasts. */
function watch(turns: readonly Turn[], now: number) {
  const sums = { actual: {} as Record<string, number>, paused: {} as Record<string, number>, gap: 0 }
  const first = turns.findIndex(({ itemId }) => itemId !== null)
  turns.forEach(({ at, itemId, isPaused }, index) => {
    const ms = (turns[index + 1]?.at ?? now) - at
    if (first < 0 || index < first) return
    if (itemId === null) sums.gap += turns.slice(index + 1).some((turn) => turn.itemId !== null) ? ms : 0
    else {
      const kind = isPaused ? sums.paused : sums.actual
      kind[itemId] = (kind[itemId] ?? 0) + ms
    }
  })
  return sums
}

test(`[TIM3] [TIM4] [TIM5] [TIM12] [TIM13] ${RUNS} random meetings of all acts, with undo and changes of the clock, are as a stop-watch says`, () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 20 }), (steps) => {
      const held = meeting([3, 1, 5, 0, 10])
      const ids = ['a', 'b', 'c', 'd', 'e']
      const turns: Turn[] = []
      let now = 0
      for (const { afterMs, act, number } of steps) {
        held.pass(afterMs)
        now += afterMs
        const before = held.countdown()
        const one = ids[Math.abs(number) % ids.length] ?? 'a'
        const allotted = sum(held.allotted())
        const ms = Math.abs(number) * 1000
        const answer = {
          next: () => held.act('nextItem', {}),
          back: () => held.act('previousItem', {}),
          start: () => held.act('startItem', { itemId: one }),
          pause: () => held.act(before.phase === 'paused' ? 'resumeTimer' : 'pauseTimer', {}),
          end: () => held.act('endItem', {}),
          more: () => held.act('extendTimer', { itemId: one, byMs: number * 1000 }),
          set: () => held.act('setTimeLeft', { leftMs: ms }),
          take: () => held.act('takeTime', { itemId: before.itemId, byMs: ms }),
          break: () => held.act('takeBreak', { plannedMs: ms }),
          park: () => held.act('parkAndGoOn', { text: 'x' }),
          move: () => held.act('moveEnd', { byMs: number * 1000 }),
          jump: () => (held.jump(number * MINUTE), 'told'),
          undo: () => (held.undo() ? (turns.pop(), 'told') : 'nothing'),
        }[act]()
        const after = held.countdown()
        if (answer === 'ok') turns.push({ at: now, itemId: after.itemId, isPaused: after.phase === 'paused' })
        if (act === 'take' && answer === 'ok' && before.itemId !== null) expect(sum(held.allotted())).toBe(allotted)
        if (act === 'set' && answer === 'ok') expect(after.leftMs).toBe(ms)
        expect(held.allotted().every((minutes) => minutes >= 0)).toBe(true)

        const told = watch(turns, now)
        const { rows, gapMs, elapsedMs } = held.ledger()
        for (const { itemId, actualMs, pausedMs } of rows)
          expect([itemId, actualMs, pausedMs]).toEqual([itemId, told.actual[itemId] ?? 0, told.paused[itemId] ?? 0])
        expect(gapMs).toBe(told.gap)
        expect(rows.reduce((total, row) => total + row.actualMs + row.pausedMs, gapMs)).toBe(elapsedMs)

        const wall = wallView(held.record(), { kind: 'item' }).item
        expect(wall === null).toBe(after.itemId === null)
        if (wall) expect(wallCountdown(wall.time, held.now())).toMatchObject({ leftMs: after.leftMs, phase: after.phase })
      }
    }),
    { numRuns: RUNS, seed: 20261125 },
  )
})

function sum(minutes: readonly number[]): number {
  return Math.round(minutes.reduce((total, one) => total + one * MINUTE, 0))
}
