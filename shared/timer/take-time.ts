import type { AgendaItem } from '../agenda/item'
import { stepsOf } from '../agenda/outline'
import type { Instant } from '../context'
import type { Collection } from '../review/fields'
import { ledgerOf } from './ledger'
import type { Timeline } from './timeline'

const MINUTE_MS = 60_000

export interface TakeTime {
  /** Who gets the time; null: nobody, the meeting ends that much sooner. */
  readonly itemId: string | null
  readonly byMs: number
  /** Who may give; absent: every item to come, and where nobody gets the time also the one that runs. */
  readonly fromIds?: readonly string[] | undefined
}

/** What one item gives, in ms. */
export interface Share {
  readonly itemId: string
  readonly byMs: number
}

/**
 * TIM13: who gives how much: each in proportion to what it can spare, minute by minute, so that people read whole minutes.
 * An item keeps a minute at least. The sum is less than `byMs` where there is no more to take; items that give nothing are left out.
 */
export function sharesOf(
  agenda: Collection<AgendaItem>,
  line: Timeline,
  now: Instant,
  { itemId, byMs, fromIds }: TakeTime,
): Share[] {
  const ledger = new Map(ledgerOf(agenda, line, now).rows.map((row) => [row.itemId, row]))
  const givers = stepsOf(agenda)
    .filter(({ id, status }) => id !== itemId && (status === 'pending' || id === line.activeItemId))
    .filter(({ id }) => fromIds?.includes(id) ?? (itemId === null || id !== line.activeItemId))
    .map(({ id, plannedMs }) => {
      const allottedMs = Math.max(0, plannedMs + (line.extendedMs[id] ?? 0))
      return { id, spareMs: Math.max(0, allottedMs - (ledger.get(id)?.actualMs ?? 0) - MINUTE_MS), givesMs: 0 } // TIM13
    })
  for (let rest = byMs; rest > 0;) {
    const giver = givers
      .filter(({ spareMs, givesMs }) => spareMs > givesMs)
      .reduce<(typeof givers)[number] | null>((best, one) => (best && priority(best) >= priority(one) ? best : one), null)
    if (!giver) break
    const pieceMs = Math.min(MINUTE_MS, rest, giver.spareMs - giver.givesMs)
    giver.givesMs += pieceMs
    rest -= pieceMs
  }
  return givers.filter(({ givesMs }) => givesMs > 0).map(({ id, givesMs }) => ({ itemId: id, byMs: givesMs }))
}

/** Whose turn it is to give the next minute; by odd divisors, so that small items give their share as well as large ones. */
const priority = ({ spareMs, givesMs }: { readonly spareMs: number; readonly givesMs: number }): number =>
  spareMs / (2 * givesMs + MINUTE_MS)
