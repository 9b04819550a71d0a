import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError } from './file-error'
import type { FileSystem, OpenFile } from './file-system'

export interface SafeWriteOptions {
  /** Permissions of the file; 0600 unless told. */
  readonly permissions?: number
  /** Refuses with `failed` and details ['exists'] instead of replacing an existing file. */
  readonly keepExisting?: boolean
  /** DLV3: with `keepExisting`, sha512 of the contents that may be replaced all the same; looked at right before the name is given. */
  readonly mayReplace?: readonly string[]
  /** Hexadecimal digits that part files carry in their name, so that whoever left one finds it again. */
  readonly mark?: string
  /** How long busy or locked files are tried again, in ms; 60 s unless told. */
  readonly patienceMs?: number
  readonly wait?: (ms: number) => Promise<void>
  readonly signal?: AbortSignal
  readonly onProgress?: (bytes: number) => void
  readonly onReadBack?: (bytes: number) => void
}

export interface Written {
  readonly bytes: number
  readonly sha512: string
}

/** Bytes to be written; called again when the first attempt failed half-way. */
export type Source = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * FIL1: writes a file so that its name only ever stands for the old whole content or the new whole content, read back.
 * Never throws for errors of the file system; exceptions of `source` pass through after the part file is gone.
 */
export async function writeSafely(
  files: FileSystem,
  path: string,
  source: Source,
  options: SafeWriteOptions = {},
): Promise<Result<Written, HostError>> {
  const target = { path, isOurs: false }
  for (let attempt = 1; ; attempt++) {
    const part = join(dirname(path), `.${shortened(basename(path))}.${options.mark ?? ''}${randomBytes(6).toString('hex')}.part`)
    try {
      const written = await writePart(files, part, source, options)
      options.signal?.throwIfAborted()
      await place(files, part, target, options)
      return ok(written)
    } catch (error) {
      await files.unlink(part).catch(() => undefined)
      if (options.signal?.aborted) return fail({ kind: 'cancelled', message: '' })
      if (error instanceof SourceFailure) throw error.cause
      if (errorCode(error) === 'EEXIST' && options.keepExisting)
        return fail({ kind: 'failed', message: 'exists', details: ['exists'] })
      // FIL2: after EIO a second fsync lies, so everything is written again from the first byte, and not for ever.
      if (mustRewrite(error) && attempt < REWRITES) continue
      if (target.isOurs) await files.unlink(path).catch(() => undefined)
      return fail(fileError(error, 'could not write'))
    }
  }
}

const REWRITES = 3
const mustRewrite = (error: unknown): boolean => ['EIO', 'ESTALE', 'READBACK'].includes(errorCode(error))

class SourceFailure extends Error {
  constructor(override readonly cause: unknown) {
    super('the source failed')
  }
}

/** Leaves room in the 255 bytes of a name for what is put around it. */
function shortened(name: string): string {
  return Buffer.byteLength(name) <= 200 ? name : createHash('sha512').update(name).digest('hex').slice(0, 40)
}

/** FIL10: what a slow stick takes within the silence after which a drive counts as not answering, in bytes. */
const SYNC_EVERY = 64 * 1024 * 1024

async function writePart(files: FileSystem, part: string, source: Source, options: SafeWriteOptions): Promise<Written> {
  const file = await patiently(() => files.open(part, 'wx', options.permissions ?? 0o600), options)
  const hash = createHash('sha512')
  let [bytes, synced] = [0, 0]
  try {
    for await (const chunk of guarded(source)) {
      options.signal?.throwIfAborted()
      await writeWhole(file, chunk)
      hash.update(chunk)
      bytes += chunk.length
      if (bytes - synced >= SYNC_EVERY) {
        await file.datasync()
        synced = bytes
      }
      options.onProgress?.(bytes)
    }
    // DLV14: bringing a file to its drive takes long and cannot be stopped.
    options.signal?.throwIfAborted()
    await file.sync()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  const written = { bytes, sha512: hash.digest('hex') }
  const back = await hashOfFile(files, part, options.onReadBack, options.signal)
  if (back.sha512 !== written.sha512) throw Object.assign(new Error('read back differs'), { code: 'READBACK' })
  return written
}

async function* guarded(source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* source()
  } catch (error) {
    // Errors of the target thrown into this generator's consumer do not come by here, only the source's own.
    throw new SourceFailure(error)
  }
}

/** FIL3: a write may take only some of the bytes; loops until all are taken. */
export async function writeWhole(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const taken = await file.write(bytes, from)
    if (taken <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    from += taken
  }
}

const LARGEST_READ = 1 << 20

/** Size and sha512 of a file as it can be read now. @throws errors of the system, and the signal's reason */
export async function hashOfFile(
  files: FileSystem,
  path: string,
  onRead?: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Written> {
  const hash = createHash('sha512')
  let bytes = 0
  for await (const chunk of bytesOf(files, path)) {
    signal?.throwIfAborted()
    hash.update(chunk)
    bytes += chunk.length
    onRead?.(bytes)
  }
  return { bytes, sha512: hash.digest('hex') }
}

/** The bytes of a file, piece by piece; each piece stands only until the next one is asked for. */
export async function* bytesOf(files: FileSystem, path: string): AsyncGenerator<Uint8Array> {
  const file = await files.open(path, 'r')
  try {
    // Small at first: most files are, and a large buffer for each of thousands costs more than reading them.
    let buffer = new Uint8Array(1 << 14)
    let at = 0
    for (let count = await file.read(buffer, 0); count > 0; count = await file.read(buffer, at)) {
      at += count
      yield buffer.subarray(0, count)
      if (count === buffer.length && count < LARGEST_READ) buffer = new Uint8Array(LARGEST_READ)
    }
  } finally {
    await file.close().catch(() => undefined)
  }
}

/** A name to be given to the part file; `isOurs` once a new file of ours stands under it. */
interface Target {
  readonly path: string
  isOurs: boolean
}

async function place(files: FileSystem, part: string, target: Target, options: SafeWriteOptions): Promise<void> {
  const mayTake = !options.keepExisting || target.isOurs || (await isReplaceable(files, target.path, options))
  if (mayTake) await patiently(() => files.rename(part, target.path), options)
  else await placeNew(files, part, target, options)
  await settleNames(files, dirname(target.path))
}

/** Makes the names in a folder last, where that can be asked for. */
export async function settleNames(files: FileSystem, folder: string): Promise<void> {
  await files.syncFolder(folder).catch((error: unknown) => {
    // Shares and FAT drives know no fsync of folders.
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR'].includes(errorCode(error))) throw error
  })
}

async function isReplaceable(
  files: FileSystem,
  path: string,
  { mayReplace = [], onReadBack, signal }: SafeWriteOptions,
): Promise<boolean> {
  if (mayReplace.length === 0) return false
  // Told as reading: a large file would be a silence that counts as a drive that does not answer.
  const found = await hashOfFile(files, path, onReadBack, signal).catch(() => null)
  signal?.throwIfAborted()
  return found !== null && mayReplace.includes(found.sha512)
}

async function placeNew(files: FileSystem, part: string, target: Target, options: SafeWriteOptions): Promise<void> {
  try {
    await files.link(part, target.path)
    await files.unlink(part).catch(() => undefined)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error
    // Shares and FAT drives know no second names: look, then rename.
    const isTaken = await files.stat(target.path).then(
      () => true,
      (fault: unknown) => {
        // A name that cannot be looked at may be somebody's.
        if (errorCode(fault) !== 'ENOENT') throw fault
        return false
      },
    )
    if (isTaken) throw Object.assign(new Error('exists'), { code: 'EEXIST' })
    await patiently(() => files.rename(part, target.path), options)
  }
  target.isOurs = true
}

const busy = ['EPERM', 'EACCES', 'EBUSY', 'EAGAIN', 'ETIMEDOUT']

/** FIL4: tries again, with growing pauses, what a virus scanner or a slow share holds for a moment. */
export async function patiently<Value>(
  act: () => Promise<Value>,
  { patienceMs = 60_000, wait = pause, signal }: SafeWriteOptions,
): Promise<Value> {
  for (let waited = 0, step = 50; ; step = Math.min(step * 2, 5_000)) {
    try {
      return await act()
    } catch (error) {
      if (!busy.includes(errorCode(error)) || waited + step > patienceMs || signal?.aborted) throw error
      await wait(step)
      waited += step
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
