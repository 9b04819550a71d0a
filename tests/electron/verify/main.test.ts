import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bagFolder, bagOf, bagZip } from '../helpers/bags'
import { builtVerifier } from '../helpers/built-verifier'
import { manyFiles, type RawEntry, rawZip, wideField } from '../helpers/raw-zip'
import { tempFolder } from '../helpers/temp-folder'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const verifier = builtVerifier()

function fileOf(bytes: Uint8Array): string {
  const path = join(tempFolder(), 'bag.zip')
  writeFileSync(path, bytes)
  return path
}

test('[VRF4] a valid bag ends with 0 and its counts, another with 1 and one line for each finding', async () => {
  const bag = bagOf({ 'notes.txt': 'notes', 'a\u001b[31m.txt': 'x' })
  const valid = 'valid: 2 files, 6 bytes\n'
  expect(await verifier(fileOf(bagZip(bag)))).toMatchObject({ code: 0, out: valid, err: '' })
  expect(await verifier(bagFolder(bag, join(tempFolder(), 'bag')))).toMatchObject({ code: 0, out: valid })
  expect(await verifier('tests/fixtures/bundle-format-1.zip')).toMatchObject({ code: 0 })
  bag.delete('data/notes.txt')
  bag.set('data/a\u001b[31m.txt', Buffer.from('y'))
  const out = [
    'missing: data/notes.txt',
    'Payload-Oxum says 6.2 and is 1.1',
    'altered: data/a\\u001b[31m.txt',
    'not valid: 3 findings\n',
  ].join('\n')
  expect(await verifier(fileOf(bagZip(bag)))).toMatchObject({ code: 1, out, err: '' })
  expect(await verifier(fileOf(Buffer.from('hello')))).toMatchObject({
    code: 1,
    out: 'this is not a whole zip file\nnot valid: 1 finding\n',
  })
})

test('[VRF4] with --json there is one object, which no terminal obeys', async () => {
  const bag = bagOf({ 'a\u009b31m\u202e.txt': 'x' })
  bag.set('data/a\u009b31m\u202e.txt', Buffer.from('y'))
  const path = fileOf(bagZip(bag))
  const { code, out } = await verifier('--json', path)
  expect(code).toBe(1)
  expect(out).not.toMatch(/[\p{Cc}\p{Cf}](?!$)/u)
  expect(JSON.parse(out)).toEqual({
    path,
    valid: false,
    files: 1,
    bytes: 1,
    findings: [{ kind: 'altered', path: 'data/a\u009b31m\u202e.txt', message: 'altered: data/a\\u009b31m\\u202e.txt' }],
  })
})

test('[VRF4] what cannot be read, and a call nobody understands, end with 2 and words on standard error', async () => {
  for (const args of [[], ['a.zip', 'b.zip'], ['--what', 'a.zip'], [''], [join(tempFolder(), 'gone.zip')]]) {
    const { code, out, err } = await verifier(...args)
    expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' })
    expect(err.trim(), args.join(' ')).not.toBe('')
  }
})

test('[VRF5] memory does not grow with a file: it is read piece by piece, also beyond 4 GB', async () => {
  const bytes = isProof ? 4_300_000_000 : 300_000_000
  const path = fileOf(new Uint8Array())
  const { sum, crc } = hashOfZeros(bytes)
  const name = 'bag/data/zeros.bin'
  const tags = bagOf({})
  tags.set('bag-info.txt', Buffer.from(`Payload-Oxum: ${bytes}.1\n`))
  tags.set('manifest-sha512.txt', Buffer.from(`${sum}  data/zeros.bin\n`))
  tags.delete('tagmanifest-sha512.txt')
  // The zeros lie last, as a hole in the file: it takes no room on the disk.
  const before = rawZip([...tags].map(([each, content]) => ({ name: `bag/${each}`, content })))
  const listed = before.readUInt32LE(before.length - 6)
  const wide = { packed: 0xffffffff, bytes: 0xffffffff, extra: wideField(bytes, bytes) }
  const entry = rawZip([{ name, both: { ...wide, crc, offset: listed } }])
  const header = entry.subarray(0, 30 + name.length + 20)
  const central = Buffer.concat([before.subarray(listed, -22), entry.subarray(header.length, -22)])
  const from = listed + header.length + bytes
  const end = rawZip([], { wide: { count: tags.size + 1, from, length: central.length, position: from + central.length } })
  const far = { count: 0xffff, from: 0xffffffff, length: 0xffffffff }
  const ending = Buffer.concat([end.subarray(0, -22), rawZip([], far)])
  const file = openSync(path, 'w')
  writeSync(file, Buffer.concat([before.subarray(0, listed), header]), 0)
  ftruncateSync(file, from)
  writeSync(file, Buffer.concat([central, ending]), 0, central.length + ending.length, from)
  closeSync(file)

  const { code, out, peak } = await verifier(path)
  expect(out).toBe(`valid: 1 file, ${bytes} bytes\n`)
  expect(code).toBe(0)
  expect(peak).toBeLessThan(200)
  if (isProof) console.log(`= verify: ${bytes} bytes in a zip, ${Math.round(peak)} MB of memory`)
}, 900_000)

function hashOfZeros(bytes: number): { sum: string; crc: number } {
  const hash = createHash('sha512')
  const piece = Buffer.alloc(1 << 20)
  let crc = 0
  for (let at = 0; at < bytes; at += piece.length) {
    const part = piece.subarray(0, Math.min(piece.length, bytes - at))
    hash.update(part)
    crc = crc32(part, crc)
  }
  return { sum: hash.digest('hex'), crc }
}

const large: [name: string, make: () => Buffer][] = [
  ['a million files', () => manyFiles(1_000_000, { count: 0xffff, wide: {} })],
  ['a million files that say to be five', () => manyFiles(1_000_000, { count: 5 })],
  ['a hundred thousand files over one content', () => overlapping(100_000)],
  ['a hundred thousand files', () => manyFiles(99_999, { count: 0xffff, wide: {} })],
  ['a third of a gigabyte of zeros', () => bagWith('data/zeros.bin', Buffer.alloc(340_000_000))],
  ['a manifest of short lines', () => bagWith('manifest-md5.txt', Buffer.from(`${'a'.repeat(32)} data/x\n`.repeat(1_400_000)))],
  ['a manifest of one line', () => bagWith('manifest-md5.txt', Buffer.alloc(60_000_000, 'a'))],
  ['a list of what to fetch', () => bagWith('fetch.txt', Buffer.from('a - data/x\n'.repeat(5_000_000)))],
  ['much to say', () => bagWith('bag-info.txt', Buffer.from('a: b\n'.repeat(10_000_000)))],
  ['names of many folders', () => rawZip(Array.from({ length: 30_000 }, (_, at) => ({ name: `${'a/'.repeat(30)}${at}` })))],
  ['a file in a thousand folders', () => rawZip([{ name: `${'a/'.repeat(30_000)}x` }])],
]

function overlapping(count: number): Buffer {
  const content = Buffer.alloc(100_000)
  const packed = deflateRawSync(content).length
  const many = Array.from({ length: count - 1 }, (_, at): RawEntry => ({
    name: `bag/data/${at}`,
    isOnlyListed: true,
    central: { method: 8, packed, bytes: content.length, offset: 0 },
  }))
  return rawZip([{ name: 'bag/data/x', content, deflate: true }, ...many], { count: 0xffff, wide: { count } })
}

function bagWith(path: string, content: Buffer): Buffer {
  return bagZip(bagOf({ 'a.txt': 'a' }).set(path, content), 'bag/', { deflate: true })
}

test.each(large)(
  '[ARC13] refused within 3 s and 300 MB: %s',
  async (name, make) => {
    const { code, out, peak, ms } = await verifier(fileOf(make()))
    expect(code, out).toBe(1)
    expect(out).toMatch(/not valid: \d+ findings?\n$/)
    expect(ms).toBeLessThan(3_000)
    expect(peak).toBeLessThan(300)
    if (isProof) console.log(`= verify: ${name} refused in ${Math.round(ms)} ms and ${Math.round(peak)} MB`)
  },
  60_000,
)
