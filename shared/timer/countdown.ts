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

/** TIM11: times left in ms at which warning and danger begin, as set for an item or a review; null: not set there. */
export interface OwnLimits {
  readonly warningMs: number | null
  readonly dangerMs: number | null
}

/** The same as they count for one item. */
export interface Limits {
  readonly warningMs: number
  readonly dangerMs: number
}

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
export function countdownOf(agenda: Collection<AgendaItem>, line: Timeline, now: Instant, review?: OwnLimits): Countdown {
  const itemId = line.activeItemId
  if (itemId === null) return { itemId, phase: 'idle', allottedMs: 0, spentMs: 0, leftMs: 0 }
  const row = ledgerOf(agenda, line, now).rows.find((other) => other.itemId === itemId)
  const allottedMs = Math.max(0, (row?.plannedMs ?? 0) + (row?.extendedMs ?? 0))
  const spentMs = row?.actualMs ?? 0
  const leftMs = allottedMs - spentMs
  const phase = phaseOf(leftMs, limitsOf(allottedMs, agenda[itemId], review))
  return { itemId, phase: line.isPaused ? 'paused' : phase, allottedMs, spentMs, leftMs }
}

/** TIM6, TIM11: the usual shares, unless the item or else the review says when. */
export function limitsOf(allottedMs: number, item: OwnLimits | undefined, review: OwnLimits | undefined): Limits {
  const usual = ({ share, atMostMs }: typeof WARNING): number => Math.min(allottedMs * share, atMostMs) // TIM6
  return {
    warningMs: item?.warningMs ?? review?.warningMs ?? usual(WARNING), // TIM11
    dangerMs: item?.dangerMs ?? review?.dangerMs ?? usual(DANGER),
  }
}

/** Where both hold, danger counts. */
export function phaseOf(leftMs: number, { warningMs, dangerMs }: Limits): Exclude<TimerPhase, 'idle' | 'paused'> {
  if (leftMs <= 0) return 'overtime'
  if (leftMs <= dangerMs) return 'danger'
  return leftMs <= warningMs ? 'warning' : 'running'
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
 * TIM15: late is counted from the plan of the first start and from where its end was moved.
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
  const plannedStart = scheduledStart === null ? first : scheduledStart - line.clockOffsetMs
  const plannedEnd = plannedStart + (line.planMs ?? plannedTotalMs(agenda)) + line.endMovedMs // TIM15
  return {
    endsAt: toWall(cursor),
    lateMs: cursor - plannedEnd,
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
