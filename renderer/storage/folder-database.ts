import type { Host } from '../host'
import { type OpenDatabaseOptions, openDatabase, USUAL_NAME, wasUsed } from './open-database'

const KEY = 'review-room-folder'
const PATIENCE_MS = 10_000

/**
 * STO26: the name of the database that belongs to the data folder behind this page: one origin serves several of them, one after the other.
 * An earlier database is taken over where it lies, so that nothing of it is lost; once taken, it is no other folder's.
 */
export async function folderDatabase(host: Pick<Host, 'clientId' | 'call'>, options: OpenDatabaseOptions = {}): Promise<string> {
  const memory = options.memory ?? globalThis.localStorage
  const hello = await host.call('app:hello', { clientId: host.clientId })
  if (!hello.ok) return memory.getItem(KEY) ?? USUAL_NAME
  const { shell, folderId, dataFolder } = hello.value
  // The desktop's profile lies in its data folder.
  if (shell === 'desktop') return USUAL_NAME
  const [ofFolder, ofPlace, ofUsual] = [`${KEY}:${folderId}`, `${KEY}-at:${dataFolder}`, `${KEY}-of:${USUAL_NAME}`]
  const name = memory.getItem(ofFolder) ?? (await inherited()) ?? `${USUAL_NAME}-${folderId}`
  if (name === USUAL_NAME) memory.setItem(ofUsual, folderId)
  for (const key of [KEY, ofFolder, ofPlace]) memory.setItem(key, name)
  return name

  async function inherited(): Promise<string | null> {
    const listed = await host.call('review:list', {})
    if (!listed.ok) return null
    const ids = [...listed.value.reviews, ...listed.value.deleted, ...listed.value.damaged].map(({ id }) => id)
    // STO22: a new folder in the place of one that was lost gets its reviews again.
    if (ids.length === 0) return memory.getItem(ofPlace)
    const isFree = memory.getItem(ofUsual) === null && wasUsed(USUAL_NAME, memory)
    return isFree && (await hasOneOf(ids)) ? USUAL_NAME : null
  }

  async function hasOneOf(ids: readonly string[]): Promise<boolean> {
    const { db } = await openDatabase(PATIENCE_MS, { ...options, memory, name: USUAL_NAME })
    const metas = await db.meta.bulkGet([...ids]).catch(() => [])
    db.close()
    return metas.some((meta) => meta !== undefined)
  }
}
