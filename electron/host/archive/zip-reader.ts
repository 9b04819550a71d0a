import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { Damaged, isDamage, malformed } from './refused'
import { DEFLATED, extraFields, type PackedEntry, readDirectory, wide } from './zip-directory'
import { readAt } from './zip-end'

/** An open zip. */
export interface ZipContent {
  readonly entries: readonly PackedEntry[]
  /** The content of a file, piece by piece. @throws Damaged, at the latest at its end, when it is not what the zip says of it. */
  read(entry: PackedEntry): AsyncIterable<Uint8Array>
  /** The zip itself, piece by piece: the very file that was opened, whatever stands under its name by then. */
  whole(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
/** A note of sum and sizes follows a file written as a stream, with this mark before it or without. */
const HAS_NOTE = 0x8
const NOTE = 0x08074b50
/** Read at once, in bytes. */
const PIECE = 128 * 1024

/** Opens a zip whose directory holds no surprise; contents are checked as they are read. @throws Refused, errors of the system */
export async function openZip(path: string): Promise<ZipContent> {
  const file = await open(path, 'r')
  try {
    const entries = await readDirectory(file)
    for (const entry of entries) if (entry.name.endsWith('/')) await checkFolder(file, entry)
    const { size } = await file.stat()
    return {
      entries,
      read: (entry) => content(file, entry),
      whole: () => piecesOf(file, 0, size),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** ARC12: nobody reads a folder's content, so that it is looked at when the zip is opened. */
async function checkFolder(file: FileHandle, entry: PackedEntry): Promise<void> {
  try {
    for await (const _ of content(file, entry));
  } catch (error) {
    throw isDamage(error) ? malformed('a folder contradicts itself', entry.name) : error
  }
}

async function* content(file: FileHandle, entry: PackedEntry): AsyncIterable<Uint8Array> {
  const from = await dataStart(file, entry)
  let [bytes, crc] = [0, 0]
  for await (const chunk of unpacked(file, entry, from)) {
    bytes += chunk.length
    if (bytes > entry.bytes) throw new Damaged('more than it says')
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw new Damaged('not what it says')
}

/** ARC12: where the bytes begin. What stands before them tells all again, and programs that read that must see the same. */
async function dataStart(
  file: FileHandle,
  { rawName, flags, method, crc, packed, bytes, offset, end }: PackedEntry,
): Promise<number> {
  const header = await readAt(file, offset, LOCAL_BYTES + rawName.length)
  const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)]
  const from = offset + LOCAL_BYTES + nameLength + extraLength
  const isSame =
    header.readUInt32LE(0) === LOCAL &&
    header.readUInt16LE(6) === flags &&
    header.readUInt16LE(8) === method &&
    header.subarray(LOCAL_BYTES).equals(rawName) &&
    nameLength === rawName.length
  if (!isSame || from + packed > end) throw new Damaged('headers differ')
  const extra = extraFields(await readAt(file, from - extraLength, extraLength))
  const [localBytes, localPacked] = wide([header.readUInt32LE(22), header.readUInt32LE(18)], extra)
  // A file written as a stream has its sizes behind it.
  const told = [
    [header.readUInt32LE(14), crc],
    [localPacked, packed],
    [localBytes, bytes],
  ] as const
  const isTold = told.every(([here, there]) => here === there || (here === 0 && (flags & HAS_NOTE) !== 0))
  if (!isTold) throw new Damaged('sizes differ')
  const behind = end - from - packed
  const isWhole = (flags & HAS_NOTE) === 0 ? behind === 0 : isNoteLength(behind)
  if (!isWhole) throw new Damaged('something lies behind it')
  if (behind > 0 && !saysSame(await readAt(file, from + packed, behind), { crc, packed, bytes }))
    throw new Damaged('the note behind it differs')
  return from
}

/** With sizes of 32 or of 64 bits, with its mark or without. */
const isNoteLength = (length: number): boolean => [12, 16, 20, 24].includes(length)

/** ARC12: programs that read a zip from the front go by the note. */
function saysSame(note: Buffer, { crc, packed, bytes }: Pick<PackedEntry, 'crc' | 'packed' | 'bytes'>): boolean {
  const at = note.length % 8 === 0 ? 4 : 0
  if (at > 0 && note.readUInt32LE(0) !== NOTE) return false
  const sizes = [packed, bytes]
  const isLong = note.length >= 20
  const told = sizes.map((_, each) => (isLong ? note.readBigUInt64LE(at + 4 + 8 * each) : note.readUInt32LE(at + 4 + 4 * each)))
  return note.readUInt32LE(at) === crc && told.every((value, each) => BigInt(value) === BigInt(sizes[each] ?? 0))
}

async function* unpacked(file: FileHandle, { method, packed }: PackedEntry, from: number): AsyncIterable<Uint8Array> {
  const pieces = piecesOf(file, from, packed)
  if (method !== DEFLATED) {
    yield* pieces
    return
  }
  const inflate = createInflateRaw()
  // What goes wrong is thrown to whoever reads what comes out.
  yield* pipeline(pieces, inflate, () => undefined)
  // ARC12: behind the end of what is packed other programs could see more; zlib passes over it in silence.
  if (inflate.bytesWritten !== packed) throw new Damaged('more behind its content')
}

/** VRF5: memory does not grow with the file. */
async function* piecesOf(file: FileHandle, from: number, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < length; at += PIECE) yield await readAt(file, from + at, Math.min(PIECE, length - at))
}
