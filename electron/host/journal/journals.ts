import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FileSystem } from '../files/file-system'
import { type Journal, type JournalOptions, openJournal } from './journal'

/** The journals of all reviews, opened when needed. */
export interface Journals {
  /** Runs `act` with a review's journal, which stays open meanwhile. Throws when the journal cannot be read. */
  using<Value>(reviewId: string, act: (journal: Journal) => Promise<Value>): Promise<Value>
  /** Removes a review's journal from the disk. */
  remove(reviewId: string): Promise<void>
  close(): Promise<void>
}

interface Entry {
  readonly journal: Promise<Journal>
  users: number
  usedAt: number
}

/** Open journals keep their documents in memory: the rest is closed, the longest unused first. */
const KEPT_OPEN = 8

export function createJournals(files: FileSystem, folder: string, options: JournalOptions = {}): Journals {
  const entries = new Map<string, Entry>()
  /** Journals being closed: nobody opens one before it is. */
  const closing = new Map<string, Promise<void>>()
  let clock = 0

  async function open(reviewId: string): Promise<Journal> {
    await closing.get(reviewId)
    return openJournal(files, reviewFolder(folder, reviewId), reviewId, options)
  }

  function closeEntry(reviewId: string, entry: Entry): Promise<void> {
    entries.delete(reviewId)
    const closed = entry.journal.then(
      (journal) => journal.close(),
      () => undefined,
    )
    closing.set(reviewId, closed)
    return closed.finally(() => closing.get(reviewId) === closed && closing.delete(reviewId))
  }

  function closeUnused(): void {
    const unused = [...entries].filter(([, { users }]) => users === 0).sort(([, left], [, right]) => right.usedAt - left.usedAt)
    for (const [reviewId, entry] of unused.slice(KEPT_OPEN)) void closeEntry(reviewId, entry)
  }

  return {
    async using(reviewId, act) {
      const entry = entries.get(reviewId) ?? { journal: open(reviewId), users: 0, usedAt: 0 }
      entries.set(reviewId, entry)
      entry.users++
      entry.usedAt = ++clock
      try {
        return await act(await entry.journal)
      } catch (error) {
        // A journal that could not be opened is tried anew next time.
        await entry.journal.catch(() => entries.get(reviewId) === entry && entries.delete(reviewId))
        throw error
      } finally {
        entry.users--
        closeUnused()
      }
    },
    async remove(reviewId) {
      const entry = entries.get(reviewId)
      if (entry) await closeEntry(reviewId, entry)
      await files.remove(reviewFolder(folder, reviewId))
    },
    async close() {
      await Promise.all([...entries].map(([reviewId, entry]) => closeEntry(reviewId, entry)))
      await Promise.all(closing.values())
    },
  }
}

/** Folder of a review. Ids that are not safe as a name on every system stand as their hash; the journal itself holds the id. */
export function reviewFolder(folder: string, reviewId: string): string {
  const isSafe = /^[0-9a-z][0-9a-z-]{7,99}$/.test(reviewId)
  return join(folder, isSafe ? reviewId : `=${createHash('sha512').update(reviewId).digest('hex').slice(0, 64)}`)
}
