import type { AgendaItem } from '../agenda/item'
import type { Instant } from '../context'
import { stepsOf } from '../agenda/outline'
import type { Collection } from '../review/fields'
import { ledgerOf } from './ledger'
import { type Timeline, correctedNow } from './timeline'

export type TimerPhase = 'idle' | 'running' | 'warning' | 'danger' | 'overtime' | 'paused'

/** Share of the allotted time left at which the phase changes, and the longest such time in ms. */
export const WARNING = { share: 0.2, atMostMs: 5 * 60_000 }
export const DANGER = { share: 0.1, atMostMs: 60_000 }

/** What the countdown of the active item shows. */
export interface Countdown {
  readonly itemId: string | null
  readonly phase: TimerPhase
  /** Planned and added time, in ms. */
  readonly allottedMs: number
  readonly spentMs: number
  /** Negative in overtime. */
  readonly leftMs: number
}

/** TIM3: a pure function of the instants and now. */
export function countdownOf(agenda: Collection<AgendaItem>, line: Timeline, now: Instant): Countdown {
  const itemId = line.activeItemId
  if (itemId === null) return { itemId, phase: 'idle', allottedMs: 0, spentMs: 0, leftMs: 0 }
  const row = ledgerOf(agenda, line, now).rows.find((other) => other.itemId === itemId)
  const allottedMs = Math.max(0, (row?.plannedMs ?? 0) + (row?.extendedMs ?? 0))
  const spentMs = row?.actualMs ?? 0
  const leftMs = allottedMs - spentMs
  return { itemId, phase: line.isPaused ? 'paused' : phaseOf(allottedMs, leftMs), allottedMs, spentMs, leftMs }
}

/** TIM6: thresholds of the timer phases. */
export function phaseOf(allottedMs: number, leftMs: number): Exclude<TimerPhase, 'idle' | 'paused'> {
  if (leftMs <= 0) return 'overtime'
  if (leftMs <= Math.min(allottedMs * DANGER.share, DANGER.atMostMs)) return 'danger'
  return leftMs <= Math.min(allottedMs * WARNING.share, WARNING.atMostMs) ? 'warning' : 'running'
}

/** When the meeting will end and how far that is from the plan. */
export interface Projection {
  readonly endsAt: Instant
  /** Positive: later than planned. */
  readonly lateMs: number
  /** When each item starts or started, or will. */
  readonly startsAt: Readonly<Record<string, Instant>>
}

/**
 * Clock times of the agenda: done items as they were, the active one until its time is up, the others as planned.
 * TIM4: they are readings of the wall clock: what was subtracted for its jumps is added again.
 * Before the start everything counts from `scheduledStart` or, without one or when it has passed, from now.
 */
export function projectionOf(
  agenda: Collection<AgendaItem>,
  line: Timeline,
  scheduledStart: Instant | null,
  now: Instant,
): Projection {
  const ledger = ledgerOf(agenda, line, now)
  const nowCorrected = correctedNow(line, now)
  const hasStarted = line.stretches.length > 0
  const first =
    ledger.startedAt ?? Math.max(scheduledStart === null ? nowCorrected : scheduledStart - line.clockOffsetMs, nowCorrected)
  const startsAt: Record<string, Instant> = {}
  for (const stretch of line.stretches) if (stretch.itemId !== null) startsAt[stretch.itemId] ??= stretch.from
  let cursor = hasStarted ? nowCorrected : first
  const active = ledger.rows.find((row) => row.itemId === line.activeItemId)
  if (active) cursor += Math.max(0, active.plannedMs + active.extendedMs - active.actualMs)
  for (const item of stepsOf(agenda)) {
    if (item.id === line.activeItemId || item.status !== 'pending') continue
    startsAt[item.id] = cursor
    cursor += Math.max(0, item.plannedMs + (line.extendedMs[item.id] ?? 0))
  }
  const toWall = (at: Instant): Instant => at + line.clockOffsetMs // TIM4
  return {
    endsAt: toWall(cursor),
    lateMs: cursor - ((scheduledStart === null ? first : scheduledStart - line.clockOffsetMs) + plannedTotalMs(agenda)),
    startsAt: Object.fromEntries(Object.entries(startsAt).map(([id, at]) => [id, toWall(at)])),
  }
}

/** Sum of planned times in ms, without items put off. */
export function plannedTotalMs(agenda: Collection<AgendaItem>): number {
  return stepsOf(agenda)
    .filter((item) => item.status === 'pending' || item.status === 'discussed')
    .reduce((sum, item) => sum + item.plannedMs, 0)
}

/** AGN9: how much longer the agenda is than the meeting may be, in ms; null when that is not set, below 0 what is left. */
export function excessMs(agenda: Collection<AgendaItem>, scheduledLengthMs: number | null): number | null {
  return scheduledLengthMs === null ? null : plannedTotalMs(agenda) - scheduledLengthMs // AGN9
}
