import { watchClock } from '../../../electron/host/clock-watch'
import { meeting, MINUTE } from '../../helpers/meeting'
import { allottedOf, meetingModel, type Note } from '../../helpers/meeting-model'

const LENGTH_MS = 240 * MINUTE
const PLANNED = [30, 20, 45, 15, 60, 30, 40]
const START = Date.UTC(2026, 9, 25, 0)
/** As exact as Linux and Windows tell the time since boot. */
const BOOT_STEP_MS = 10
/** A browser gives a page that was hidden for five minutes one turn a minute. */
const THROTTLED_MS = MINUTE
/** Of each second, that something happens in it: every quarter of an hour. */
const OFTEN = 1 / 900

export interface Errors {
  /** Of the time left shown at the end, against a stop-watch. */
  readonly atEndMs: number
  /** The largest at any look of the host. */
  readonly largestMs: number
  /** How long a set clock was in what was shown, at most. */
  readonly unseenMs: number
  /** Of a counter of seconds, at the end. */
  readonly countedMs: number
}

/**
 * Four hours with sleep, throttled pages, clocks set by two seconds to four hours, and the end of summer time, which some machines take for
 * a change of their clock: the host's watch over two clocks of ours, the app's verbs and what is shown, beside a count by hand.
 */
export function longMeeting(seed: number): Errors {
  const chance = chanceOf(seed)
  const held = meeting(PLANNED, { startsAt: START })
  const model = meetingModel(PLANNED)
  let [now, boot] = [START, 50_000]
  let setAt: number | null = null
  let [largestMs, unseenMs, countedMs, hiddenUntil] = [0, 0, 0, 0]
  const clocks = { wall: () => held.now(), sinceBoot: () => boot - (boot % BOOT_STEP_MS) }
  const look = everySecond(() =>
    watchClock(
      clocks,
      () => 'change',
      ({ at, deltaMs }) => {
        held.told(at, deltaMs)
        if (setAt !== null) unseenMs = Math.max(unseenMs, now - setAt)
        setAt = null
      },
    ),
  )
  const pass = (ms: number): void => {
    held.pass(ms)
    now += ms
    boot += ms
  }
  const note = (answer: string, ...notes: Note[]): void => {
    if (answer === 'ok') model.did(now, ...notes)
  }
  const error = (): number => {
    const { active } = model.at(now)
    return active ? Math.abs(held.countdown().leftMs - (allottedOf(active) - active.spentMs)) : 0
  }
  const goOn = (): void => {
    const { items, active } = model.at(now)
    const next = items.find((item) => !item.isDone && item !== active)
    if (next) note(held.act('nextItem', {}), { kind: 'turn', itemId: next.id, isPaused: false })
  }
  const pause = (): void => {
    const { active, isPaused } = model.at(now)
    if (active)
      note(held.act(isPaused ? 'resumeTimer' : 'pauseTimer', {}), { kind: 'turn', itemId: active.id, isPaused: !isPaused })
  }

  goOn()
  const startedAt = now
  let summerEnds = false
  while (now - startedAt < LENGTH_MS) {
    // Timers come late on a busy machine; somebody may set the clock at any moment between two looks.
    const stepMs = 1000 + Math.floor(chance() * 80)
    const partMs = Math.floor(chance() * stepMs)
    pass(partMs)
    if (!summerEnds && now - startedAt > LENGTH_MS / 4) {
      summerEnds = true
      setClock(-60 * MINUTE)
    } else if (chance() < OFTEN) setClock((chance() < 0.5 ? -1 : 1) * (2_100 + Math.floor(chance() ** 3 * 240 * MINUTE)))
    pass(stepMs - partMs)
    look()
    largestMs = Math.max(largestMs, error())
    count(stepMs)
    if (chance() < OFTEN) pass(Math.floor(chance() * 20 * MINUTE)) // The lid is closed: neither host nor page runs.
    if (chance() < OFTEN) hiddenUntil = now + Math.floor(chance() * 15 * MINUTE)
    if (chance() < OFTEN) pause()
    if (chance() < OFTEN) goOn()
  }
  if (model.at(now).isPaused) pause()
  const { items, active } = model.at(now)
  const ran = items.reduce((sum, { spentMs }) => sum + spentMs, 0)
  return { atEndMs: active ? error() : 0, largestMs, unseenMs, countedMs: Math.abs(ran - countedMs) }

  function setClock(ms: number): void {
    held.set(ms)
    setAt = now
  }

  function count(stepMs: number): void {
    const { active: running, isPaused } = model.at(now)
    if (!running || isPaused) return
    const isFirstOfTurn = Math.floor(now / THROTTLED_MS) !== Math.floor((now - stepMs) / THROTTLED_MS)
    if (now >= hiddenUntil || isFirstOfTurn) countedMs += 1000
  }
}

/** The turn of a timer that `begin` starts, to be given by hand. */
function everySecond(begin: () => unknown): () => void {
  const real = globalThis.setInterval
  let turn = (): void => undefined
  globalThis.setInterval = ((act: () => void) => {
    turn = act
    return { unref: () => undefined }
  }) as unknown as typeof setInterval
  try {
    begin()
  } finally {
    globalThis.setInterval = real
  }
  return () => turn()
}

/** The same numbers from 0 to 1 for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
