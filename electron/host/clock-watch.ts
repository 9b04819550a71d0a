import { uptime } from 'node:os'
import type { HostEvent } from '../../shared/host-contract'

export type ClockChange = Extract<HostEvent, { type: 'clock:changed' }>

/** The two clocks of the machine, in ms. */
export interface Clocks {
  /** Wall time: what people set. */
  readonly wall: () => number
  /** Time since boot including sleep: what nobody sets. */
  readonly sinceBoot: () => number
}

export function machineClocks(): Clocks {
  return { wall: Date.now, sinceBoot: () => uptime() * 1000 }
}

/** HST5: a larger change of the difference of the two clocks counts as a change of the wall clock. */
const TOLERANCE_MS = 2_000
const EVERY_MS = 1_000

/** Compares the clocks each second; `onChange` gets the wall time after the change and by how much it moved. Answers the function that stops it. */
export function watchClock(clocks: Clocks, newId: () => string, onChange: (event: ClockChange) => void): () => void {
  let before = difference(clocks)
  let agreedAt = clocks.sinceBoot()
  function look(): void {
    const now = difference(clocks)
    const at = clocks.sinceBoot()
    if (before !== null && now !== null && Math.abs(now - before) > TOLERANCE_MS) {
      onChange({
        type: 'clock:changed',
        id: newId(),
        at: clocks.wall(),
        deltaMs: Math.round(now - before),
        withinMs: Math.round(at - agreedAt),
      })
      before = now
    }
    before ??= now
    if (now !== null) agreedAt = at
  }
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Null when the program was held up between the two readings. */
function difference({ wall, sinceBoot }: Clocks): number | null {
  const first = sinceBoot()
  const now = wall()
  const last = sinceBoot()
  return last - first > 500 ? null : now - first
}
