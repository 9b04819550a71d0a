import { crc32, deflateRawSync } from 'node:zlib'

/** Fields of an entry's headers, to be lied about. Sizes are bytes; `attributes` only stands in the directory. */
interface ZipFields {
  name: Buffer
  flags: number
  method: number
  crc: number
  packed: number
  bytes: number
  extra: Buffer
  attributes: number
  offset: number
}

export interface RawEntry {
  readonly name: string | Buffer
  readonly content?: Uint8Array
  readonly deflate?: boolean
  /** In the directory and before the content. */
  readonly both?: Partial<ZipFields>
  readonly central?: Partial<ZipFields>
  readonly local?: Partial<ZipFields>
  /** Listed in the directory only. */
  readonly isOnlyListed?: boolean
  /** Bytes behind the content. */
  readonly behind?: Buffer
}

export interface RawEnd {
  readonly before?: Buffer
  readonly behind?: Buffer
  readonly comment?: Buffer
  readonly count?: number
  readonly from?: number
  readonly length?: number
  /** The 64-bit form beside the short one, with what it says instead. */
  readonly wide?: { readonly count?: number; readonly from?: number; readonly length?: number; readonly position?: number }
}

/** A zip byte by byte: right where nothing else is said. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const parts: Buffer[] = [end.before ?? Buffer.alloc(0)]
  const listed: Buffer[] = []
  let at = parts[0]?.length ?? 0
  for (const { name, content = new Uint8Array(), deflate = false, both, central, local, isOnlyListed, behind } of entries) {
    const data = deflate ? deflateRawSync(content) : Buffer.from(content)
    const fields: ZipFields = {
      name: Buffer.from(name as string),
      flags: 0x800,
      method: deflate ? 8 : 0,
      crc: crc32(content),
      packed: data.length,
      bytes: content.length,
      extra: Buffer.alloc(0),
      attributes: 0,
      offset: at,
      ...both,
    }
    listed.push(centralHeader({ ...fields, ...central }))
    if (isOnlyListed === true) continue
    for (const part of [localHeader({ ...fields, ...local }), data, behind ?? Buffer.alloc(0)]) {
      parts.push(part)
      at += part.length
    }
  }
  const directory = Buffer.concat(listed)
  return Buffer.concat([...parts, directory, endOf({ count: entries.length, from: at, length: directory.length }, end)])
}

/** A zip of many empty files, made quickly. */
export function manyFiles(count: number, end: RawEnd = {}): Buffer {
  const one = rawZip([{ name: `bag/data/${String(0).padStart(7, '0')}` }])
  const [local, listed] = [one.subarray(0, 46), one.subarray(46, 108)]
  const all = Buffer.alloc(count * (local.length + listed.length))
  for (let at = 0; at < count; at++) {
    const digits = String(at).padStart(7, '0')
    const [from, to] = [at * local.length, count * local.length + at * listed.length]
    local.copy(all, from)
    listed.copy(all, to)
    all.write(digits, from + 39, 'latin1')
    all.write(digits, to + 55, 'latin1')
    all.writeUInt32LE(from, to + 42)
  }
  return Buffer.concat([all, endOf({ count, from: count * local.length, length: count * listed.length }, end)])
}

function localHeader({ name, flags, method, crc, packed, bytes, extra }: ZipFields): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed, 18)
  header.writeUInt32LE(bytes, 22)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

function centralHeader({ name, flags, method, crc, packed, bytes, extra, attributes, offset }: ZipFields): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(0x0314, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(attributes, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name, extra])
}

function endOf(truth: { count: number; from: number; length: number }, { wide, comment, behind, ...said }: RawEnd): Buffer {
  const parts: Buffer[] = []
  if (wide) {
    const record = Buffer.alloc(56)
    record.writeUInt32LE(0x06064b50, 0)
    record.writeBigUInt64LE(44n, 4)
    record.writeBigUInt64LE(BigInt(wide.count ?? truth.count), 24)
    record.writeBigUInt64LE(BigInt(wide.count ?? truth.count), 32)
    record.writeBigUInt64LE(BigInt(wide.length ?? truth.length), 40)
    record.writeBigUInt64LE(BigInt(wide.from ?? truth.from), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(wide.position ?? truth.from + truth.length), 8)
    locator.writeUInt32LE(1, 16)
    parts.push(record, locator)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(said.count ?? Math.min(truth.count, 0xffff), 8)
  end.writeUInt16LE(said.count ?? Math.min(truth.count, 0xffff), 10)
  end.writeUInt32LE(said.length ?? truth.length, 12)
  end.writeUInt32LE(said.from ?? truth.from, 16)
  end.writeUInt16LE(comment?.length ?? 0, 20)
  return Buffer.concat([...parts, end, comment ?? Buffer.alloc(0), behind ?? Buffer.alloc(0)])
}

/** The field in which an entry has its long numbers. */
export function wideField(...numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(numbers.length * 8, 2)
  numbers.forEach((number, at) => field.writeBigUInt64LE(BigInt(number), 4 + at * 8))
  return field
}
