import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import envPaths from 'env-paths'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError, UnreadFile } from './file-error'
import type { FileSystem } from './file-system'
import { patiently, writeSafely } from './safe-write'

/** Where everything of one data folder lies. */
export interface DataFolder {
  readonly root: string
  readonly index: string
  readonly device: string
  readonly key: string
  /** What tells this data folder from others. */
  readonly identity: string
  /** What the browser shell remembers: its port. */
  readonly browser: string
  readonly reviews: string
  readonly materials: string
  readonly staging: string
  /** What was saved and is to be delivered: a folder for each, and the list of all. */
  readonly outbox: string
  readonly deliveries: string
  readonly logs: string
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    index: join(root, 'index.json'),
    device: join(root, 'device.json'),
    key: join(root, 'session.key'),
    identity: join(root, 'folder.id'),
    browser: join(root, 'browser.json'),
    reviews: join(root, 'reviews'),
    materials: join(root, 'materials'),
    staging: join(root, 'staging'),
    outbox: join(root, 'outbox'),
    deliveries: join(root, 'deliveries.json'),
    logs: join(root, 'logs'),
  }
}

/** The data folder of this user where none is named. */
export function usualDataFolder(): string {
  return envPaths('Review Room', { suffix: '' }).data
}

/** FIL7: makes what is missing and really writes once, so that a folder that cannot be used is told at start and in one line. */
export async function prepareDataFolder(files: FileSystem, root: string): Promise<Result<DataFolder, HostError>> {
  const folder = dataFolder(root)
  try {
    for (const path of [root, folder.reviews, folder.materials, folder.staging, folder.outbox, folder.logs])
      await files.makeFolder(path)
    await probe(files, root)
    return ok(folder)
  } catch (error) {
    const { kind, message } = fileError(error, `The data folder ${root} cannot be used`)
    return fail({ kind: kind === 'disk-full' ? kind : 'unwritable', message })
  }
}

/** BRW7: why a program that prepared and locked the folder still cannot start, in one line. */
export function cannotStart(error: unknown, root: string): string {
  const what = `Review Room cannot start with the data folder ${root}`
  return error instanceof UnreadFile ? `${what}: ${error.message}` : fileError(error, what).message
}

/** Writes and removes a small file; throws what the file system says. */
export async function probe(files: FileSystem, folder: string): Promise<void> {
  const path = join(folder, `.review-room-${randomBytes(6).toString('hex')}.part`)
  const file = await files.open(path, 'wx', 0o600)
  try {
    await file.write(new Uint8Array([1]), 0)
  } finally {
    await file.close().catch(() => undefined)
    await files.unlink(path)
  }
}

const KEY_BYTES = 32

/** STO26: the id of this data folder, made on first use; where it can be neither read nor kept, the folder's place stands for it. */
export async function readOrMakeId(files: FileSystem, folder: DataFolder): Promise<string> {
  const key = await readOrMakeKey(files, folder.identity)
  return createHash('sha512')
    .update(key.ok ? key.value : folder.root)
    .digest('hex')
    .slice(0, 32)
}

/** The key of this data folder's sessions, 32 bytes, made on first use, readable by its owner only (FIL6). */
export async function readOrMakeKey(files: FileSystem, path: string): Promise<Result<Uint8Array, HostError>> {
  try {
    const key = await patiently(() => files.readFile(path), { patienceMs: 2_000 })
    if (key.length === KEY_BYTES) return ok(new Uint8Array(key))
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return fail(fileError(error, 'could not read the session key'))
  }
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  const written = await writeSafely(files, path, () => [key], { permissions: 0o600, patienceMs: 2_000 })
  return written.ok ? ok(key) : written
}
