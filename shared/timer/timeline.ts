import type { Instant } from '../context'
import { type Collection, compare } from '../review/fields'
import type { TimerEvent } from './event'

/** An uninterrupted stretch; `to` is null while it lasts. Times are on the corrected line (TIM4). */
export interface Stretch {
  readonly kind: 'running' | 'paused' | 'gap'
  /** The item, null in a gap. */
  readonly itemId: string | null
  readonly from: Instant
  readonly to: Instant | null
}

/** What the timer's instants say, folded once; the numbers for *now* are read from it. */
export interface Timeline {
  /** In order, without holes: spans, pauses and gaps add up to the elapsed time (TIM5). */
  readonly stretches: readonly Stretch[]
  /** TIM2: at most one item is active, because this is one value. */
  readonly activeItemId: string | null
  readonly isPaused: boolean
  /** Time added per item, in ms; negative when taken away. */
  readonly extendedMs: Readonly<Record<string, number>>
  /** TIM15: planned length of the meeting at its first start, and by how much its end was moved since, in ms. */
  readonly planMs: number | null
  readonly endMovedMs: number
  /** What to subtract from the wall clock, in ms. */
  readonly clockOffsetMs: number
  /** Last corrected instant seen; the line never runs backwards. */
  readonly lastAt: Instant
}

export const emptyTimeline: Timeline = {
  stretches: [],
  activeItemId: null,
  isPaused: false,
  extendedMs: {},
  planMs: null,
  endMovedMs: 0,
  clockOffsetMs: 0,
  lastAt: -Infinity,
}

/** TIM1: events in the order they were made; the wall clock does not decide, as it may jump. */
export function eventsInOrder(events: Collection<TimerEvent>): TimerEvent[] {
  return Object.values(events).sort((left, right) => compare(left.seq, right.seq) || compare(left.id, right.id))
}

/** Folds the timer's events. Total: any set of events gives a timeline, an event that makes no sense where it stands changes nothing. */
export function timelineOf(events: Collection<TimerEvent>): Timeline {
  return changesFirst(eventsInOrder(events)).reduce(step, emptyTimeline)
}

/** Longest way of a told change from the host to the page, and longest stretch in which it is looked for, in ms: sleep is longer. */
const TOLD_WITHIN_MS = 1_000
const LOOKED_FOR_MS = 5_000

/** TIM4: what was pressed after the clock moved and before that was noticed is read by the new clock. */
function changesFirst(events: readonly TimerEvent[]): TimerEvent[] {
  return events.reduce<TimerEvent[]>((sorted, event) => {
    let place = sorted.length
    if (event.kind === 'clockChanged') while (place > 0 && isAfterJump(sorted[place - 1], event)) place -= 1
    return sorted.toSpliced(place, 0, event)
  }, [])
}

/** Its instant lies between the last look at clocks that agreed and the change, and by the old clock it would lie elsewhere. */
function isAfterJump(event: TimerEvent | undefined, { at, deltaMs, withinMs }: TimerEvent & { kind: 'clockChanged' }): boolean {
  if (withinMs === undefined || event === undefined || event.kind === 'clockChanged') return false
  const since = at - Math.min(withinMs, LOOKED_FOR_MS, deltaMs > 0 ? deltaMs : LOOKED_FOR_MS)
  return event.at > since && event.at <= at + TOLD_WITHIN_MS // TIM4
}

function step(line: Timeline, event: TimerEvent): Timeline {
  // TIM4: before the first start there is nothing to be kept right.
  if (event.kind === 'clockChanged')
    return line.stretches.length === 0
      ? { ...line, lastAt: -Infinity }
      : { ...line, clockOffsetMs: line.clockOffsetMs + event.deltaMs }
  const at = Math.max(line.lastAt, event.at - line.clockOffsetMs)
  const moved = { ...line, lastAt: at }
  switch (event.kind) {
    case 'started':
      // TIM2: starting one item ends the other's span.
      return event.itemId === line.activeItemId && !line.isPaused
        ? moved
        : turn({ ...moved, planMs: line.planMs ?? event.planMs ?? null }, at, { kind: 'running', itemId: event.itemId })
    case 'paused':
      return line.activeItemId === null || line.isPaused ? moved : turn(moved, at, { kind: 'paused', itemId: line.activeItemId })
    case 'resumed':
      return line.activeItemId === null || !line.isPaused
        ? moved
        : turn(moved, at, { kind: 'running', itemId: line.activeItemId })
    case 'ended':
      return line.activeItemId === null ? moved : turn(moved, at, { kind: 'gap', itemId: null })
    case 'endMoved':
      return { ...moved, endMovedMs: line.endMovedMs + event.byMs }
    case 'extended':
      return { ...moved, extendedMs: { ...line.extendedMs, [event.itemId]: (line.extendedMs[event.itemId] ?? 0) + event.byMs } }
  }
}

function turn(line: Timeline, at: Instant, next: Pick<Stretch, 'kind' | 'itemId'>): Timeline {
  const closed = line.stretches.map((stretch) => (stretch.to === null ? { ...stretch, to: at } : stretch))
  return {
    ...line,
    stretches: [...closed, { ...next, from: at, to: null }],
    activeItemId: next.itemId,
    isPaused: next.kind === 'paused',
  }
}

/** The corrected instant for a reading of the wall clock. */
export function correctedNow(line: Timeline, now: Instant): Instant {
  return Math.max(line.lastAt, now - line.clockOffsetMs)
}
