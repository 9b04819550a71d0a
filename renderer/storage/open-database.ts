import { type DatabaseOptions, MARKER, reviewDatabase, type ReviewDatabase } from './db'
import { inTime } from './pace'

export interface OpenDatabaseOptions extends DatabaseOptions {
  readonly name?: string
  /** Where the profile remembers which database it uses; absent where there is none. */
  readonly memory?: Pick<Storage, 'getItem' | 'setItem'> | undefined
}

/** The database where no data folder has one of its own. */
export const USUAL_NAME = 'review-room'
const MEMORY_KEY = 'review-room-database'
const MOST_DATABASES = 20

/**
 * STO21: opens the database of this profile. One that cannot be read is left where it is, and the next number is begun; a full disk is no reason to.
 * `wasReset`: its marker is gone although this profile used it before.
 */
export async function openDatabase(
  patienceMs: number,
  { name = USUAL_NAME, memory = localMemory(), ...options }: OpenDatabaseOptions = {},
): Promise<{ db: ReviewDatabase; wasReset: boolean }> {
  void persist()
  const key = keyOf(name)
  const remembered = memory?.getItem(key) ?? null
  let number = Number(remembered ?? 1)
  for (; number < MOST_DATABASES; number++) {
    const db = reviewDatabase(number === 1 ? name : `${name}-${number}`, options)
    const outcome = await tryToOpen(db, patienceMs)
    if (outcome === 'garbled') continue
    const isMarked = outcome === 'failing' || (await mark(db))
    memory?.setItem(key, String(number))
    return { db, wasReset: !isMarked && remembered !== null }
  }
  return { db: reviewDatabase(name, options), wasReset: false }
}

const keyOf = (name: string): string => `${MEMORY_KEY}:${name}`

/** Whether this profile has had a database of this name. */
export function wasUsed(name: string, memory: Pick<Storage, 'getItem'>): boolean {
  return memory.getItem(keyOf(name)) !== null
}

async function tryToOpen(db: ReviewDatabase, patienceMs: number): Promise<'open' | 'garbled' | 'failing'> {
  try {
    await inTime(db.open(), patienceMs)
    await inTime(db.meta.limit(1).toArray(), patienceMs)
    return 'open'
  } catch (error) {
    db.close({ disableAutoOpen: false })
    const { name = '', inner } = error as { name?: string; inner?: { name?: string } }
    return [name, inner?.name].some((one) => GARBLED.has(one ?? '')) ? 'garbled' : 'failing'
  }
}

/** Leaves the marker; answers whether it was there. */
async function mark(db: ReviewDatabase): Promise<boolean> {
  if (await db.meta.get(MARKER).catch(() => undefined)) return true
  await db.meta.put({ reviewId: MARKER, heads: [], row: null, updatedAt: 0 }).catch(() => undefined)
  return false
}

/** What browsers say of a database whose files they cannot read, or whose shape is not ours. */
const GARBLED = new Set(['UnknownError', 'VersionError', 'DataError', 'NotFoundError', 'ConstraintError'])

function localMemory(): OpenDatabaseOptions['memory'] {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** Asks the browser to keep the database when the disk runs short; whether it does changes nothing here. */
async function persist(): Promise<void> {
  const storage = (globalThis.navigator as Partial<Navigator> | undefined)?.storage as Partial<StorageManager> | undefined
  await storage?.persist?.().catch(() => false)
}
