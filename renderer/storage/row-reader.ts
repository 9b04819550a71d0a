import { readAfter } from './commits'
import type { ReviewDatabase } from './db'

type Read = Awaited<ReturnType<typeof readAfter>>

/** Reads what other windows stored since the last reading; one reading at a time. */
export interface RowReader {
  read(): Promise<void>
  /** The last commit that was read. */
  lastSeq(): number
  stop(): void
}

export function createRowReader(db: ReviewDatabase, reviewId: string, firstSeq: number, onRead: (read: Read) => void): RowReader {
  let lastSeq = firstSeq
  let running: Promise<void> | null = null
  let isWanted = false
  let isStopped = false

  async function run(): Promise<void> {
    do {
      isWanted = false
      const found = await readAfter(db, reviewId, lastSeq)
      if (isStopped) return
      onRead(found)
      lastSeq = found.lastSeq
    } while (isWanted)
  }

  return {
    read() {
      isWanted = true
      if (isStopped) return Promise.resolve()
      running ??= run()
        .catch(() => undefined)
        .finally(() => (running = null))
      return running
    },
    lastSeq: () => lastSeq,
    stop() {
      isStopped = true
    },
  }
}
