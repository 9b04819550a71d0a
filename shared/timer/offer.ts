import type { Instant } from '../context'
import type { Countdown, Projection } from './countdown'
import type { Timeline } from './timeline'

const MINUTE_MS = 60_000
/** Time that is offered to be taken from later items, beyond what is over already. */
const MORE_MS = 5 * MINUTE_MS

/** What the app has to offer about time. `key` tells one moment from another, so that an answer counts once. */
export interface TimeOffer {
  readonly kind: 'late' | 'over'
  readonly key: string
  /** How late it began, or how much more time the item could be given. */
  readonly byMs: number
}

/** TIM18: what is offered now; null while there is nothing to say. */
export function offerOf(
  line: Timeline,
  countdown: Countdown,
  { lateMs }: Projection,
  scheduledStart: Instant | null,
): TimeOffer | null {
  const { itemId, phase, allottedMs, leftMs } = countdown
  if (itemId === null) return null
  // TIM18: danger and overtime; a paused item waits.
  if (phase === 'danger' || phase === 'overtime') {
    const overMs = Math.max(0, Math.ceil(-leftMs / MINUTE_MS)) * MINUTE_MS
    return { kind: 'over', key: `${itemId} ${allottedMs}`, byMs: overMs + MORE_MS }
  }
  const [first] = line.stretches
  const beganLate = first && scheduledStart !== null && first.from - scheduledStart >= MINUTE_MS
  const isFirst = line.stretches.every((stretch) => stretch.itemId === itemId)
  const isAnswered = line.endMovedMs !== 0 || Object.keys(line.extendedMs).length > 0
  if (!beganLate || !isFirst || isAnswered || lateMs < MINUTE_MS) return null
  return { kind: 'late', key: `late ${first.from}`, byMs: lateMs }
}
