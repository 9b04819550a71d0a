import type { AgendaItem } from '../agenda/item'
import type { Instant } from '../context'
import { stepsOf } from '../agenda/outline'
import type { Collection } from '../review/fields'
import { type Timeline, correctedNow } from './timeline'

/** Times of one item in ms. */
export interface LedgerRow {
  readonly itemId: string
  readonly plannedMs: number
  readonly extendedMs: number
  readonly pausedMs: number
  readonly actualMs: number
}

export interface Ledger {
  readonly rows: readonly LedgerRow[]
  /** From the first start until now, or until the meeting ended. */
  readonly elapsedMs: number
  /** Time between items, the meeting being under way. */
  readonly gapMs: number
  readonly startedAt: Instant | null
}

/** Time ledger: planned, extended, paused, actual per item. TIM5: actual + paused + gap = elapsed, to the millisecond. */
export function ledgerOf(agenda: Collection<AgendaItem>, line: Timeline, now: Instant): Ledger {
  const nowCorrected = correctedNow(line, now)
  const actual: Record<string, number> = {}
  const paused: Record<string, number> = {}
  let gapMs = 0
  let elapsedMs = 0
  line.stretches.forEach((stretch, index) => {
    // A gap that still lasts after the last item is the end of the meeting, not time spent.
    const isAfterTheEnd = stretch.kind === 'gap' && index === line.stretches.length - 1
    const lengthMs = isAfterTheEnd ? 0 : (stretch.to ?? nowCorrected) - stretch.from
    elapsedMs += lengthMs
    if (stretch.itemId === null) gapMs += lengthMs
    else {
      const sums = stretch.kind === 'running' ? actual : paused
      sums[stretch.itemId] = (sums[stretch.itemId] ?? 0) + lengthMs
    }
  })
  const steps = stepsOf(agenda).map((item) => item.id)
  const known = new Set(steps)
  // Removed, or made a section by another window meanwhile.
  const others = Object.keys({ ...actual, ...paused }).filter((itemId) => !known.has(itemId))
  const rows = [...steps, ...others].map((itemId) => ({
    itemId,
    plannedMs: known.has(itemId) ? (agenda[itemId]?.plannedMs ?? 0) : 0,
    extendedMs: line.extendedMs[itemId] ?? 0,
    pausedMs: paused[itemId] ?? 0,
    actualMs: actual[itemId] ?? 0,
  }))
  return { rows, elapsedMs, gapMs, startedAt: line.stretches[0]?.from ?? null }
}
