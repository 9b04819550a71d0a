/** How long things wait, in ms, and when compaction sets in. Tests shorten them. */
export interface Pace {
  /** Typing is gathered for so long. */
  readonly typingMs: number
  /** First pause after a failure; it doubles up to `LONGEST_PAUSE_MS`. */
  readonly retryMs: number
  /** A transaction that takes longer counts as failed. */
  readonly patienceMs: number
  /** Opening waits so long for the host when the review is in the database already. */
  readonly hostMs: number
  /** Acknowledged commits are noted together after so long. */
  readonly markMs: number
  /** Another window's commit that the journal still lacks after so long is sent by this one. */
  readonly orphanMs: number
  /** Compaction begins behind so many commits. */
  readonly compactAt: number
  /** Compaction waits so long at a time until nobody types. */
  readonly idleMs: number
}

export const usualPace: Pace = {
  typingMs: 100,
  retryMs: 250,
  patienceMs: 10_000,
  hostMs: 1_500,
  markMs: 1_000,
  orphanMs: 5_000,
  compactAt: 500,
  idleMs: 1_000,
}

const LONGEST_PAUSE_MS = 5_000

/** The pause after so many failures in a row. */
export function backOff(firstMs: number, failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** Math.max(0, failures - 1))
}

/** What `work` answers, or a failure after `ms`: a database that hangs counts as one that fails. */
export async function inTime<Value>(work: PromiseLike<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
