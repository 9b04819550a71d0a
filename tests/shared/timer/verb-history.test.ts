import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineOf } from '../../../shared/timer/timeline'
import { wallCountdown } from '../../../shared/wall/wall-countdown'
import { wallView } from '../../../shared/wall/wall-view'
import { meeting, MINUTE, type Meeting } from '../../helpers/meeting'
import { allottedOf, type Counted, meetingModel, type MeetingModel, type Note, projectedBy } from '../../helpers/meeting-model'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const RUNS = isProof ? 10_000 : 150
const START = Date.UTC(2026, 10, 25, 9)
const PLANNED = [3, 1, 5, 0, 10]

const acts = [
  ...['next', 'back', 'start', 'pause', 'end', 'more', 'set', 'take', 'break', 'park', 'move'],
  ...['sleep', 'jump', 'restart', 'undo', 'undo'],
] as const
const anyStep = fc.record({
  afterMs: fc.oneof(fc.nat(5), fc.nat(400_000)),
  act: fc.constantFrom(...acts),
  number: fc.integer({ min: -300, max: 300 }),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

/** Planned for the moment it is opened, up to 20 minutes before or after that, or for none. */
const anySchedule = fc.option(fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }), { nil: null, freq: 4 })

const turn = (itemId: string | null, isPaused = false): Note => ({ kind: 'turn', itemId, isPaused })
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** Does one step; answers what it means on paper, or null where the rules forbid it. */
function take(held: Meeting, { act, number }: Step, { items, active, isPaused, startedAt }: Counted): [string, Note[] | null] {
  const ms = Math.abs(number) * 1000
  const one = items[Math.abs(number) % items.length]
  const here = active ? items.indexOf(active) : -1
  const following = items.slice(here + 1).find((item) => !item.isDone && item !== active)
  const goOn = following ? [turn(following.id)] : active && [turn(null)]
  switch (act) {
    case 'next':
      return [held.act('nextItem', {}), goOn]
    case 'park':
      return [held.act('parkAndGoOn', { text: 'x' }), active && goOn]
    case 'back': {
      const before = active ? items[here - 1] : items.at(-1)
      return [held.act('previousItem', {}), before ? [turn(before.id)] : null]
    }
    case 'start':
      return [held.act('startItem', { itemId: one?.id ?? '' }), one && (one !== active || isPaused) ? [turn(one.id)] : null]
    case 'pause':
      return isPaused
        ? [held.act('resumeTimer', {}), active && [turn(active.id)]]
        : [held.act('pauseTimer', {}), active && [turn(active.id, true)]]
    case 'end':
      return [held.act('endItem', {}), active && [turn(null)]]
    case 'more': {
      const byMs = one ? Math.max(number * 1000, -allottedOf(one)) : 0
      const answer = held.act('extendTimer', { itemId: one?.id ?? '', byMs: number * 1000 })
      return [answer, one && byMs !== 0 ? [{ kind: 'give', itemId: one.id, byMs }] : null]
    }
    case 'set': {
      const answer = held.act('setTimeLeft', { leftMs: ms })
      if (!active) return [answer, null]
      return [answer, [{ kind: 'give', itemId: active.id, byMs: ms - (allottedOf(active) - active.spentMs) }]]
    }
    case 'take':
      return takeTime(held, number < 0 ? null : (active?.id ?? null), ms, { items, active })
    case 'break': {
      const answer = held.act('takeBreak', { plannedMs: ms })
      const itemId = held.countdown().itemId ?? ''
      return [answer, [{ kind: 'break', itemId, plannedMs: ms }, turn(itemId)]]
    }
    default:
      return [
        held.act('moveEnd', { byMs: number * 1000 }),
        startedAt === null ? null : [{ kind: 'moveEnd', byMs: number * 1000 }],
      ]
  }
}

/** TIM13: who gives how much is the app's to say; that it is all there is, of what each can spare, is counted here. */
function takeTime(
  held: Meeting,
  itemId: string | null,
  byMs: number,
  { items, active }: Pick<Counted, 'items' | 'active'>,
): [string, Note[] | null] {
  const before = new Map(held.ledger().rows.map((row) => [row.itemId, row.extendedMs]))
  const answer = held.act('takeTime', { itemId, byMs })
  const moves = held.ledger().rows.flatMap((row) => {
    const moved = row.extendedMs - (before.get(row.itemId) ?? 0)
    return moved === 0 ? [] : [{ kind: 'give', itemId: row.itemId, byMs: moved } as const]
  })
  const spare = (item: (typeof items)[number]): number =>
    item.id === itemId || (item.isDone && item !== active) ? 0 : Math.max(0, allottedOf(item) - item.spentMs - MINUTE)
  const given = Math.min(byMs, sum(items.map(spare)))
  if (given === 0) return [answer, null]
  expect(sum(moves.map((move) => (move.itemId === itemId ? 0 : -move.byMs)))).toBe(given)
  for (const move of moves) {
    if (move.itemId === itemId) expect(move.byMs).toBe(given)
    else expect(-move.byMs).toBeLessThanOrEqual(spare(items.find(({ id }) => id === move.itemId) ?? items[0]!))
  }
  return [answer, moves]
}

/** Everything that is shown of time, against what is counted by hand. */
function compare(held: Meeting, model: MeetingModel, now: number, wallMs: number, scheduledAt: number | null): void {
  const counted = model.at(now)
  const { items, active, isPaused, gapMs } = counted
  const { rows, gapMs: gap, elapsedMs } = held.ledger()
  expect(rows.map((row) => [row.itemId, row.plannedMs, row.extendedMs, row.actualMs, row.pausedMs])).toEqual(
    items.map((item) => [item.id, item.plannedMs, item.addedMs, item.spentMs, item.pausedMs]),
  )
  expect(gap).toBe(gapMs)
  expect(sum(rows.map((row) => row.actualMs + row.pausedMs)) + gap).toBe(elapsedMs)
  expect(rows.every(({ plannedMs, extendedMs }) => plannedMs + extendedMs >= 0)).toBe(true)

  const shown = held.countdown()
  expect(shown.itemId).toBe(active?.id ?? null)
  expect(shown.phase === 'paused').toBe(isPaused)
  if (active) expect(shown.leftMs).toBe(allottedOf(active) - active.spentMs)
  const open = timelineOf(held.record().timer).stretches.filter(({ itemId, to }) => itemId !== null && to === null)
  expect(open.map(({ itemId }) => itemId)).toEqual(active ? [active.id] : [])

  expect(held.projection()).toEqual(projectedBy(counted, now, wallMs, scheduledAt))

  const wall = wallView(held.record(), { kind: 'item' }, '2026-11-24').item
  expect(wall === null).toBe(active === null)
  if (wall) expect(wallCountdown(wall.time, held.now())).toMatchObject({ leftMs: shown.leftMs, phase: shown.phase })
}

test(`[TIM2] [TIM3] [TIM4] [TIM5] [TIM8] [TIM12] [TIM13] [TIM15] [TIM16] ${RUNS} random meetings of all acts, with undo, sleep, restarts and changes of the clock, are as counted by hand`, () => {
  const tally: Record<string, number> = {}
  const tell = (name: string): void => void (tally[name] = (tally[name] ?? 0) + 1)
  fc.assert(
    fc.property(anySchedule, fc.array(anyStep, { minLength: 1, maxLength: 20 }), (scheduledInMs, steps) => {
      const options = scheduledInMs === null ? { isScheduled: false } : { scheduledInMs }
      const held = meeting(PLANNED, { startsAt: START, ...options })
      const model = meetingModel(PLANNED)
      const scheduledAt = scheduledInMs === null ? null : START + scheduledInMs
      let [now, wallMs] = [START, 0]
      const pass = (ms: number): void => {
        held.pass(ms)
        now += ms
      }
      for (const step of steps) {
        pass(step.afterMs)
        const { act, number } = step
        if (act === 'sleep') pass(Math.abs(number) * MINUTE)
        else if (act === 'jump') {
          held.jump(number * MINUTE)
          wallMs += number * MINUTE
        } else if (act === 'restart') {
          held.restart()
          model.forget()
        } else if (act === 'undo') expect(held.undo()).toBe(model.undo())
        else {
          const [answer, notes] = take(held, step, model.at(now))
          expect(`${act}: ${answer === 'ok' ? 'done' : 'refused'}`).toBe(`${act}: ${notes ? 'done' : 'refused'}`)
          if (notes) model.did(now, ...notes)
          if (!notes) tell('refused')
        }
        tell(act)
        compare(held, model, now, wallMs, scheduledAt)
      }
    }),
    { numRuns: RUNS, seed: 20261125 },
  )
  // Every act has to come up, else nothing was shown of it.
  for (const act of acts) expect(tally[act], act).toBeGreaterThan(RUNS / 10)
  if (isProof) {
    const counts = Object.entries(tally).map(([name, count]) => `${count} ${name}`)
    console.log(
      `= timer: ${RUNS} random meetings (${counts.join(', ')}): ledger, time left, projected end and delay exact to the millisecond`,
    )
  }
})
