import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { isInside } from '../../../shared/archive/names'
import { malformed } from './refused'
import { number64, readAt, readZipEnd } from './zip-end'

/** A file or folder as the directory of a zip tells of it. Sizes and positions are bytes. */
export interface PackedEntry {
  /** With the slash at the end of a folder's. */
  readonly name: string
  readonly rawName: Buffer
  readonly flags: number
  readonly method: typeof STORED | typeof DEFLATED
  readonly crc: number
  readonly packed: number
  readonly bytes: number
  readonly offset: number
  /** Where the next entry or the directory begins. */
  readonly end: number
}

const STORED = 0
export const DEFLATED = 8
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MOST_ENTRIES = 100_000
const LARGEST_DIRECTORY = 32 * 1024 * 1024
/** In bytes, and in folders. */
const LONGEST_NAME = 1024
const DEEPEST = 32
/** ARC13: what a zip may unpack to whatever its own size, in bytes; beyond that, this many times its size. */
const SMALL = 64 * 1024 * 1024
const MOST_RATIO = 100

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * ARC12: the entries of a zip in which each stands for one thing whatever program reads it: inside, under a name of its own, with bytes of its own, and
 * not growing beyond measure. Only the directory is read. @throws Refused
 */
export async function readDirectory(file: FileHandle): Promise<PackedEntry[]> {
  const { size } = await file.stat()
  const end = await readZipEnd(file, size)
  if (end.entries > MOST_ENTRIES || end.length > LARGEST_DIRECTORY) throw malformed('the zip has too many files')
  const directory = await readAt(file, end.from, end.length)
  const entries: Omit<PackedEntry, 'end'>[] = []
  let at = 0
  while (entries.length < end.entries) {
    const { entry, next } = readEntry(directory, at)
    checkEntry(entry)
    entries.push(entry)
    at = next
  }
  if (at !== directory.length) throw malformed('the list of files in the zip is longer than it says')
  checkNames(entries)
  checkGrowth(entries, size)
  return inPlace(entries, end.from)
}

type Listed = Omit<PackedEntry, 'end'> & { attributes?: number }

function readEntry(directory: Buffer, at: number): { entry: Listed; next: number } {
  const broken = () => malformed('the list of files in the zip is damaged')
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw broken()
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
    number,
    number,
    number,
  ]
  const next = at + ENTRY_BYTES + nameLength + extraLength + commentLength
  if (next > directory.length) throw broken()
  // A copy: a slice would keep the whole directory in memory.
  const rawName = Buffer.from(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength))
  const extra = extraFields(directory.subarray(at + ENTRY_BYTES + nameLength, next - commentLength))
  const name = nameOf(rawName, extra)
  if (![0, 0xffff].includes(directory.readUInt16LE(at + 34))) throw malformed('the zip is in several parts', name)
  const [bytes, packed, offset] = wide(
    [24, 20, 42].map((field) => directory.readUInt32LE(at + field)),
    extra,
  )
  const entry = {
    name,
    rawName,
    flags: directory.readUInt16LE(at + 8),
    method: directory.readUInt16LE(at + 10) as PackedEntry['method'],
    crc: directory.readUInt32LE(at + 16),
    packed,
    bytes,
    offset,
    attributes: directory.readUInt32LE(at + 38),
  }
  return { entry, next }
}

/** The fields behind a name, by id. Fewer than four bytes at the end are filling. */
export function extraFields(extra: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + extra.readUInt16LE(at + 2)
    const id = extra.readUInt16LE(at)
    if (next > extra.length || (id === 1 && fields.has(id))) throw malformed('the list of files in the zip is damaged')
    fields.set(id, extra.subarray(at + 4, next))
    at = next
  }
  return fields
}

/** Numbers of 32 bits, in the order of the format; those at their largest stand in the field for 64 bits instead. */
export function wide(numbers: readonly number[], extra: ReadonlyMap<number, Buffer>): [number, number, number] {
  const field = extra.get(1) ?? Buffer.alloc(0)
  let at = 0
  const values = numbers.map((value) => {
    if (value !== 0xffffffff || at + 8 > field.length) return value
    at += 8
    return number64(field, at - 8)
  })
  return values as [number, number, number]
}

/** UTF-8, marked as such or not; a second name beside it must be the same. */
function nameOf(raw: Buffer, extra: ReadonlyMap<number, Buffer>): string {
  const second = extra.get(0x7075)
  const counts = second && second.length > 5 && second[0] === 1 && second.readUInt32LE(1) === crc32(raw)
  if (counts && !second.subarray(5).equals(raw)) throw malformed('a file has two names', raw.toString('latin1'))
  try {
    return strictUtf8.decode(raw)
  } catch {
    throw malformed('a name is not in UTF-8', raw.toString('latin1'))
  }
}

function checkEntry({ name, rawName, flags, method, packed, bytes, attributes = 0 }: Listed): void {
  const isFolder = name.endsWith('/')
  // Encrypted, encrypted strongly, directory encrypted.
  if ((flags & 0x2041) !== 0) throw malformed('a file is encrypted', name)
  if (method !== STORED && (method as number) !== DEFLATED)
    throw malformed('a file is packed in a way that is not read here', name)
  if (method === STORED && packed !== bytes) throw malformed('a file contradicts itself about its size', name)
  const mode = (attributes >>> 16) & 0xf000
  if (mode === 0xa000 || (attributes & 0x400) !== 0) throw malformed('the zip holds a link', name)
  if (![0, 0x4000, 0x8000].includes(mode)) throw malformed('the zip holds a device', name)
  const isMarkedFolder = mode === 0x4000 || (attributes & 0x10) !== 0
  if (isFolder ? mode === 0x8000 || bytes > 0 : isMarkedFolder) throw malformed('a folder and a file at once', name)
  const path = name.replace(/\/$/, '')
  if (rawName.length > LONGEST_NAME || path.split('/').length > DEEPEST) throw malformed('a name is too long', name.slice(0, 100))
  // What is a sign in a name here divides it on Windows.
  if (!isInside(path) || path.includes('\\')) throw malformed('a name leads out of the zip', name)
}

function checkNames(entries: readonly Listed[]): void {
  const files = new Set<string>()
  for (const { name } of entries) {
    if (files.has(name)) throw malformed('two files have the same name', name)
    if (!name.endsWith('/')) files.add(name)
  }
  for (const { name } of entries)
    for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1))
      if (files.has(name.slice(0, slash))) throw malformed('a folder and a file at once', name)
}

function checkGrowth(entries: readonly Listed[], size: number): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > SMALL + size * MOST_RATIO) throw malformed(`the zip would grow more than ${MOST_RATIO} times when unpacked`)
}

/** In the order in which they lie: from the first byte on, each behind the one before. */
function inPlace(entries: readonly Listed[], directory: number): PackedEntry[] {
  const sorted = [...entries].sort((left, right) => left.offset - right.offset)
  if (sorted[0] && sorted[0].offset !== 0) throw malformed('something lies before the first file of the zip')
  return sorted.map(({ attributes: _, ...entry }, at) => {
    const end = sorted[at + 1]?.offset ?? directory
    if (entry.offset + LOCAL_BYTES + entry.rawName.length + entry.packed > end)
      throw malformed('two files share bytes', entry.name)
    return { ...entry, end }
  })
}
