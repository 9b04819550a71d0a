import type { FileHandle } from 'node:fs/promises'
import { malformed } from './refused'

/** Where the directory of a zip lies, in bytes, and how many entries it says to have. */
export interface ZipEnd {
  readonly from: number
  readonly length: number
  readonly entries: number
}

const END = 0x06054b50
const END_BYTES = 22
const LOCATOR = 0x07064b50
const LOCATOR_BYTES = 20
const END64 = 0x06064b50
const END64_BYTES = 56
const LONGEST_COMMENT = 0xffff

/** ARC12: the end of a zip, when every program finds the same one: nothing behind it, one directory, and both forms of it say the same. */
export async function readZipEnd(file: FileHandle, size: number): Promise<ZipEnd> {
  const tail = await readAt(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), Math.min(size, END_BYTES + LONGEST_COMMENT))
  const found = positions(tail)
  const at = found.at(-1)
  if (at === undefined) throw malformed('this is not a whole zip file')
  const ends = found.filter((each) => each + END_BYTES + tail.readUInt16LE(each + 20) === tail.length)
  if (!ends.includes(at)) throw malformed('something lies behind the end of the zip')
  if (ends.length > 1) throw malformed('the zip has two ends')
  const position = size - tail.length + at
  const short = {
    disks: [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 6)],
    here: tail.readUInt16LE(at + 8),
    entries: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    from: tail.readUInt32LE(at + 16),
  }
  const long = await readEnd64(file, position)
  if (!long && (short.disks.some((disk) => disk !== 0) || short.here !== short.entries)) throw lying()
  if (long) {
    const agree = [
      short.disks.every((disk) => disk === 0 || disk === 0xffff),
      [short.here, short.entries].every((count) => count === 0xffff || count === long.entries),
      short.length === 0xffffffff || short.length === long.length,
      short.from === 0xffffffff || short.from === long.from,
    ]
    if (agree.includes(false)) throw lying()
  }
  const { from, length, entries } = long ?? short
  if (from + length !== (long?.position ?? position)) throw lying()
  return { from, length, entries }
}

const lying = () => malformed('the end of the zip contradicts itself')

/** Where the signature of an end stands in the tail of a file. */
function positions(tail: Buffer): number[] {
  const found: number[] = []
  for (let at = 0; at <= tail.length - END_BYTES; at++) if (tail.readUInt32LE(at) === END) found.push(at)
  return found
}

async function readEnd64(file: FileHandle, position: number): Promise<(ZipEnd & { position: number }) | null> {
  if (position < LOCATOR_BYTES) return null
  const locator = await readAt(file, position - LOCATOR_BYTES, LOCATOR_BYTES)
  if (locator.readUInt32LE(0) !== LOCATOR) return null
  const at = number64(locator, 8)
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1 || at + END64_BYTES > position - LOCATOR_BYTES) throw lying()
  const end = await readAt(file, at, END64_BYTES)
  if (end.readUInt32LE(0) !== END64 || at + 12 + number64(end, 4) !== position - LOCATOR_BYTES) throw lying()
  const entries = number64(end, 32)
  if (end.readUInt32LE(16) !== 0 || end.readUInt32LE(20) !== 0 || number64(end, 24) !== entries) throw lying()
  return { entries, length: number64(end, 40), from: number64(end, 48), position: at }
}

/** An unsigned number of 64 bits. @throws Refused when it is larger than any file. */
export function number64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw malformed('a number in the zip is larger than any file')
  return Number(value)
}

/** Exactly `length` bytes. @throws Refused when the file ends before. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) throw malformed('the zip ends too early')
    done += bytesRead
  }
  return bytes
}
