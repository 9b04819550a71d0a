import type { Instant } from '../context'
import { phaseOf, type TimerPhase } from '../timer/countdown'
import type { WallItem } from './wall-schema'

export interface WallCountdown {
  readonly phase: Exclude<TimerPhase, 'idle'>
  /** Reading of the wall clock at which the time is up; it moves while the item is paused. */
  readonly endsAt: Instant
  /** Negative in overtime. */
  readonly leftMs: number
  /** Share of the allotted time that is spent, 0 to 1. */
  readonly spentShare: number
}

/** WAL4: the countdown at `now`, from the instants of the view alone. */
export function wallCountdown(
  { allottedMs, spentMs, runningSince, clockOffsetMs, warningMs, dangerMs }: WallItem['time'],
  now: Instant,
): WallCountdown {
  const runMs = runningSince === null ? 0 : Math.max(0, now - clockOffsetMs - runningSince)
  const leftMs = allottedMs - spentMs - runMs
  return {
    phase: runningSince === null ? 'paused' : phaseOf(leftMs, { warningMs, dangerMs }),
    endsAt: now + leftMs,
    leftMs,
    spentShare: allottedMs === 0 ? 1 : Math.min(1, Math.max(0, 1 - leftMs / allottedMs)),
  }
}
