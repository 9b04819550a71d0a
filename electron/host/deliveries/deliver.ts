import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError } from '../files/file-error'
import type { FileSystem } from '../files/file-system'
import { bytesOf, hashOfFile, settleNames, writeSafely } from '../files/safe-write'
import type { DeliverInput, DeliverOutput, JobTools, NamedFile } from '../jobs/job'
import { seldom } from '../jobs/seldom'
import { findReceipt, type FoundReceipt, receiptBytes, receiptName } from './receipt'

/** How long a busy file is tried again before the queue takes over, in ms. */
const PATIENCE_MS = 10_000
/** Names tried beside the first: "(conflict copy)" to "(conflict copy 99)". */
const MOST_COPIES = 99
/** How often a name is looked at again that changed while it was written. */
const LOOKS = 3
/** For those who share the drive; the system takes away what it does not allow. */
const permissions = 0o666

export interface DeliverWays {
  readonly now?: () => number
  readonly patienceMs?: number
}

/**
 * DLV2: copies every file into the folder by the safe writer, reads it back and writes its receipt. What an earlier run left half is taken
 * away, what it brought whole is found and not written again.
 */
export async function deliver(
  files: FileSystem,
  input: DeliverInput,
  tools: JobTools,
  { now = Date.now, patienceMs = PATIENCE_MS }: DeliverWays = {},
): Promise<Result<DeliverOutput, HostError>> {
  try {
    await removeParts(files, input)
    tools.signal.throwIfAborted()
    const total = input.files.reduce((sum, { bytes }) => sum + bytes, 0)
    const names: string[] = []
    let before = 0
    for (const file of input.files) {
      const base = before
      const tell = (step: string) => (bytes: number) => tools.onProgress(step, Math.min(base + bytes, total), total)
      const trip = { files, input, file, now, patienceMs, signal: tools.signal }
      const placed = await placeFile({ ...trip, onCopied: seldom(tell('Copying')), onRead: seldom(tell('Reading back')) })
      if (!placed.ok) return placed
      names.push(placed.value)
      before += file.bytes
    }
    // A part that got its name may stand under its own too, where taking that away failed.
    const left = await removeParts(files, input).catch(() => [input.mark, ...input.marks])
    return ok({ names, ...(left.length > 0 && { left }) })
  } catch (error) {
    if (tools.signal.aborted) return fail({ kind: 'cancelled', message: '' })
    if (error instanceof LocalCopyFailure) return fail(localCopyGone)
    return fail(fileError(error, 'could not deliver'))
  }
}

const localCopyGone: HostError = { kind: 'altered', message: 'the copy on this computer is gone or damaged' }
class LocalCopyFailure extends Error {}

/** DLV5: part files of our own deliveries to this folder, of which only one at a time is under way; nobody else's. Answers the marks of those that stay. */
async function removeParts(files: FileSystem, { folder, mark, marks }: DeliverInput): Promise<string[]> {
  const ours = new Set([mark, ...marks])
  const left: string[] = []
  for (const name of await files.list(folder)) {
    const found = /^\..*\.([0-9a-f]{16})[0-9a-f]{12}\.part$/.exec(name)?.[1]
    if (found !== undefined && ours.has(found)) await files.unlink(join(folder, name)).catch(() => left.push(found))
  }
  return left
}

/** One file of a delivery, and how it is told. */
interface Trip {
  readonly files: FileSystem
  readonly input: DeliverInput
  readonly file: NamedFile
  readonly now: () => number
  readonly patienceMs: number
  readonly signal: AbortSignal
  readonly onCopied: (bytes: number) => void
  readonly onRead: (bytes: number) => void
}

/** DLV3: answers the name that the file got. One that holds what nobody of us left there is never taken. */
async function placeFile(trip: Trip): Promise<Result<string, HostError>> {
  for (let copy = 0; copy <= MOST_COPIES; copy++) {
    const name = nameOf(trip.file.name, copy)
    for (let look = 1; look <= LOOKS; look++) {
      const there = await lookAt(trip, name)
      if (there === null) break
      const written = there.content === 'this' ? ok(null) : await write(trip, name, there)
      if (written.ok) {
        const told = await writeReceipt(trip, name)
        if (told.ok) return ok(name)
        if (!isTaken(told.error)) return told
      } else if (!isTaken(written.error)) return written
    }
  }
  return fail({ kind: 'failed', message: 'the folder has too many files of this name' })
}

function nameOf(name: string, copy: number): string {
  if (copy === 0) return name
  const ending = extname(name)
  return `${name.slice(0, name.length - ending.length)} (conflict copy${copy === 1 ? '' : ` ${copy}`})${ending}`
}

const isTaken = ({ details = [] }: HostError): boolean => details.includes('exists')

interface Found {
  readonly content: 'nothing' | 'this' | 'earlier'
  readonly receipt: FoundReceipt
}

/** What stands under a name and where its receipt goes; null when either is not ours. */
async function lookAt(trip: Trip, name: string): Promise<Found | null> {
  const { files, input, file } = trip
  const earlier = Object.hasOwn(input.earlier, name) ? input.earlier[name] : undefined
  const receipt = await findReceipt(files, join(input.folder, receiptName(name)))
  if (receipt === 'foreign') return null
  if (receipt !== 'nothing' && ![file.sha512, earlier].includes(receipt.of)) return null
  const sha512 = await contentAt(trip, join(input.folder, name), earlier === undefined)
  if (sha512 === 'nothing') return { content: 'nothing', receipt }
  if (sha512 === file.sha512) return { content: 'this', receipt }
  return sha512 === earlier ? { content: 'earlier', receipt } : null
}

/** `isNew`: nothing of ours was there before, so that the size alone can tell that it is another file. */
async function contentAt({ files, file, onRead, signal }: Trip, path: string, isNew: boolean): Promise<string> {
  try {
    const { kind, bytes } = await files.stat(path)
    if (kind !== 'file' || (isNew && bytes !== file.bytes)) return 'another'
    return (await hashOfFile(files, path, onRead, signal)).sha512
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing'
    throw error
  }
}

async function write(trip: Trip, name: string, there: Found): Promise<Result<unknown, HostError>> {
  const { files, input, file, patienceMs, signal, onCopied, onRead } = trip
  const earlier = input.earlier[name]
  // DLV4: a receipt never stands beside something else than it tells of.
  if (there.receipt !== 'nothing') await files.unlink(join(input.folder, receiptName(name)))
  return writeSafely(files, join(input.folder, name), () => localCopy(trip), {
    ...{ permissions, patienceMs, signal, mark: input.mark, keepExisting: true },
    mayReplace: there.content === 'earlier' && earlier !== undefined ? [earlier, file.sha512] : [],
    onProgress: onCopied,
    onReadBack: onRead,
  })
}

/** The bytes of the copy on this computer; one that is not what was saved gets no name anywhere. */
async function* localCopy({ files, input, file, onCopied }: Trip): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha512')
  onCopied(0)
  try {
    for await (const chunk of bytesOf(files, join(input.from, file.name))) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    // What a scanner or a failing disk holds back may be read at the next try.
    throw errorCode(error) === 'ENOENT' ? new LocalCopyFailure() : error
  }
  if (hash.digest('hex') !== file.sha512) throw new LocalCopyFailure()
}

async function writeReceipt(trip: Trip, name: string): Promise<Result<unknown, HostError>> {
  const { files, input, file, now, patienceMs, signal } = trip
  const path = join(input.folder, receiptName(name))
  const found = await findReceipt(files, path)
  if (found !== 'nothing' && found !== 'foreign' && found.of === file.sha512) {
    await settleNames(files, input.folder)
    return ok(null)
  }
  const bytes = receiptBytes({ ...file, name }, now(), input.version)
  return writeSafely(files, path, () => [bytes], {
    ...{ permissions, patienceMs, signal, mark: input.mark, keepExisting: true },
    mayReplace: found !== 'nothing' && found !== 'foreign' ? [found.sha512] : [],
  })
}
