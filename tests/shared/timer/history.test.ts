import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemSchema, type AgendaItem } from '../../../shared/agenda/item'
import { countdownOf, projectionOf } from '../../../shared/timer/countdown'
import { type TimerEvent, timerEventSchema } from '../../../shared/timer/event'
import { ledgerOf } from '../../../shared/timer/ledger'
import { correctedNow, timelineOf } from '../../../shared/timer/timeline'
import { wallCountdown } from '../../../shared/wall/wall-countdown'
import { wallView } from '../../../shared/wall/wall-view'
import { emptyRecord } from '../../../shared/record/state'

const items = ['a', 'b', 'c', 'd'] as const
const agenda: Readonly<Record<string, AgendaItem>> = Object.fromEntries(
  items.map((id, at) => [id, itemSchema.parse({ id, order: `a${at}`, title: id, plannedMs: (at + 1) * 60_000 })]),
)

/** What happened, by the clock that never jumps: after so many ms, this. */
const anyMoment = fc.record({
  afterMs: fc.oneof(fc.nat(5), fc.nat(400_000)),
  act: fc.constantFrom('started', 'started', 'paused', 'resumed', 'ended', 'extended', 'jump', 'stale'),
  item: fc.constantFrom(...items),
  byMs: fc.integer({ min: -4 * 3_600_000, max: 4 * 3_600_000 }),
})
type Moment = typeof anyMoment extends fc.Arbitrary<infer Value> ? Value : never

const START = Date.UTC(2026, 10, 24, 9)

/** What a stop-watch in somebody's hand would say, counted span by span; and the events the app would have kept. */
function watch(moments: readonly Moment[]) {
  const spent: Record<string, number> = {}
  const paused: Record<string, number> = {}
  const added: Record<string, number> = {}
  const events: Record<string, TimerEvent> = {}
  let [now, wall, gap, seq] = [START, 0, 0, 0]
  let active: string | null = null
  let [isPaused, hasBegun, gapIsOpen] = [false, false, 0]
  const keep = (event: object): void => {
    seq++
    // Ids that sort against the order of the events: only `seq` may count.
    events[`e${999 - seq}`] = timerEventSchema.parse({ ...event, id: `e${999 - seq}`, seq, at: now + wall })
  }
  const pass = (ms: number): void => {
    now += ms
    if (active !== null && isPaused) paused[active] = (paused[active] ?? 0) + ms
    else if (active !== null) spent[active] = (spent[active] ?? 0) + ms
    else if (hasBegun) gapIsOpen += ms
  }
  for (const { afterMs, act, item, byMs } of moments) {
    pass(afterMs)
    switch (act) {
      case 'jump':
        // The wall clock moves while the true time does not; recorded as soon as it is seen.
        wall += byMs
        keep({ kind: 'clockChanged', deltaMs: byMs })
        break
      case 'extended':
        added[item] = (added[item] ?? 0) + byMs
        keep({ kind: 'extended', itemId: item, byMs })
        break
      case 'stale':
        // What makes no sense where it stands: two windows at once.
        if (active === null) keep({ kind: isPaused ? 'resumed' : 'paused' })
        else if (!isPaused) keep({ kind: 'started', itemId: active })
        break
      case 'started':
        if (active === null) [gap, gapIsOpen] = [gap + gapIsOpen, 0]
        ;[active, isPaused, hasBegun] = [item, false, true]
        keep({ kind: 'started', itemId: item })
        break
      case 'ended':
        keep({ kind: 'ended' })
        ;[active, isPaused] = [null, false]
        break
      case 'paused':
        if (active !== null) isPaused = true
        keep({ kind: 'paused' })
        break
      case 'resumed':
        isPaused = false
        keep({ kind: 'resumed' })
        break
    }
  }
  return { spent, paused, added, gap, events, active, isPaused, pass, wallNow: () => now + wall }
}

const runs = { numRuns: 10_000, seed: 20261124 }

test('[TIM1] [TIM2] [TIM3] [TIM4] [TIM5] [TIM10] 10,000 random histories add up to the millisecond', () => {
  fc.assert(
    fc.property(fc.array(anyMoment, { minLength: 1, maxLength: 25 }), fc.nat(600_000), (moments, laterMs) => {
      const true_ = watch(moments)
      true_.pass(laterMs)
      const line = timelineOf(true_.events)
      const ledger = ledgerOf(agenda, line, true_.wallNow())
      let sum = ledger.gapMs
      for (const row of ledger.rows) {
        if (row.actualMs !== (true_.spent[row.itemId] ?? 0)) throw new Error(`actual of ${row.itemId}: ${row.actualMs}`)
        if (row.pausedMs !== (true_.paused[row.itemId] ?? 0)) throw new Error(`paused of ${row.itemId}: ${row.pausedMs}`)
        if (row.extendedMs !== (true_.added[row.itemId] ?? 0)) throw new Error(`extended of ${row.itemId}: ${row.extendedMs}`)
        sum += row.actualMs + row.pausedMs
      }
      if (ledger.gapMs !== true_.gap) throw new Error(`gap: ${ledger.gapMs} instead of ${true_.gap}`)
      if (sum !== ledger.elapsedMs) throw new Error(`${sum} instead of ${ledger.elapsedMs}`)
      if (line.activeItemId !== true_.active || line.isPaused !== true_.isPaused) throw new Error('another item is active')
      if (line.stretches.filter(({ to }) => to === null).length > 1) throw new Error('two spans are open')
    }),
    runs,
  )
})

test('[TIM3] [WAL4] cockpit and wall show the same time left, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(anyMoment, { minLength: 1, maxLength: 25 }), fc.nat(600_000), (moments, laterMs) => {
      const true_ = watch(moments)
      true_.pass(laterMs)
      const now = true_.wallNow()
      const shown = countdownOf(agenda, timelineOf(true_.events), now)
      const wall = wallView({ ...emptyRecord, agenda, timer: true_.events }, { kind: 'item' }, '2026-11-24').item
      expect(wall === null ? 'idle' : wallCountdown(wall.time, now).phase).toBe(shown.phase)
      if (wall) expect(wallCountdown(wall.time, now).leftMs).toBe(shown.leftMs)
    }),
    { ...runs, numRuns: 2_000 },
  )
})

test('[TIM3] the projected end moves by what an item overran and by nothing else', () => {
  const at = (ms: number): Readonly<Record<string, TimerEvent>> => ({
    e1: { id: 'e1', seq: 1, at: START, kind: 'started', itemId: 'a' },
    e2: { id: 'e2', seq: 2, at: START + ms, kind: 'ended' },
  })
  const done = { ...agenda, a: { ...agenda['a']!, status: 'discussed' as const } }
  for (const overran of [-20_000, 0, 1, 45_000]) {
    const { lateMs, endsAt } = projectionOf(done, timelineOf(at(60_000 + overran)), START, START + 60_000 + overran)
    expect(lateMs).toBe(overran)
    expect(endsAt).toBe(START + 600_000 + overran)
  }
})

test.each([3_600_000, -3_600_000, 5_000, -5_000])(
  '[TIM4] what was pressed between a jump of %i ms and its being noticed is read by the new clock',
  (deltaMs) => {
    const minute = 60_000
    const started = (id: string, seq: number, at: number, itemId: string): TimerEvent => ({
      id,
      seq,
      at,
      kind: 'started',
      itemId,
    })
    // The clock moves at three minutes; half a second later the next item is started, and another half until it is noticed.
    const jumped = START + 3 * minute + deltaMs
    const events = {
      a: started('a', 1, START, 'a'),
      p: { id: 'p', seq: 2, at: START + minute, kind: 'paused' },
      r: { id: 'r', seq: 3, at: START + minute + 5_000, kind: 'resumed' },
      b: started('b', 4, jumped + 500, 'b'),
      jump: { id: 'jump', seq: 5, at: jumped + 1_000, kind: 'clockChanged', deltaMs, withinMs: 1_000 },
    } as const
    const line = timelineOf(events)
    expect(line.stretches.map(({ itemId, from, to }) => [itemId, from - START, to === null ? null : to - START])).toEqual([
      ['a', 0, minute],
      ['a', minute, minute + 5_000],
      ['a', minute + 5_000, 3 * minute + 500],
      ['b', 3 * minute + 500, null],
    ])
    expect(correctedNow(line, jumped + 2_000)).toBe(START + 3 * minute + 2_000)
    // After sleep the clocks were not looked at for hours: what was pressed before stays as it is.
    const slept = timelineOf({
      ...events,
      b: started('b', 4, START + 2 * minute, 'b'),
      jump: { ...events.jump, withinMs: 7_200_000 },
    })
    expect(slept.stretches.at(-1)?.from).toBe(START + 2 * minute)
  },
)

test('[TIM4] a jump before the first start changes nothing, one after it is in every clock time that is shown', () => {
  const hour = 3_600_000
  const jump = (seq: number): TimerEvent => ({ id: `j${seq}`, seq, at: START + hour, kind: 'clockChanged', deltaMs: hour })
  const started: TimerEvent = { id: 's', seq: 2, at: START + hour, kind: 'started', itemId: 'a' }
  const before = projectionOf(agenda, timelineOf({ j1: jump(1), s: started }), START + hour, START + hour)
  expect(before).toMatchObject({ endsAt: START + hour + 600_000, lateMs: 0, startsAt: { a: START + hour } })
  const early: TimerEvent = { ...started, at: START }
  const after = projectionOf(agenda, timelineOf({ s: early, j3: jump(3) }), START + hour, START + hour)
  expect(after).toMatchObject({ endsAt: START + hour + 600_000, lateMs: 0, startsAt: { a: START + hour } })
})
