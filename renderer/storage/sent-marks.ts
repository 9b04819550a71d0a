import type { Background } from './background'
import { markSent } from './commits'
import type { ReviewDatabase } from './db'

/** STO3: notes in the database, many at once, which commits the journal has. */
export interface SentMarks {
  add(ids: readonly string[]): void
  write(): Promise<void>
}

export function createSentMarks(db: ReviewDatabase, background: Background, markMs: number): SentMarks {
  const waiting: string[] = []
  let isPlanned = false

  async function write(): Promise<void> {
    isPlanned = false
    const ids = waiting.splice(0)
    if (ids.length > 0 && db.isOpen()) await markSent(db, ids)
  }

  return {
    add(ids) {
      waiting.push(...ids)
      if (isPlanned || waiting.length === 0) return
      isPlanned = true
      background.later(markMs, write)
    },
    write,
  }
}
