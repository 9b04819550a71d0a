import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { contentType } from '../../../electron/host/materials/content-type'
import { serveMaterial } from '../../../electron/host/materials/serve'
import { isMaterialName, purgeStaging, stageBundle, stagedPath, storeMaterial } from '../../../electron/host/materials/store'
import { unwrap } from '../../../shared/result'
import { faultyFiles } from '../helpers/faulty-files'
import { tempFolder } from '../helpers/temp-folder'

const files = nodeFileSystem()
const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex')

// eslint-disable-next-line @typescript-eslint/require-await -- a body is asynchronous by its type
async function* body(bytes: Uint8Array, breaks = false): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  if (breaks) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
}

test('[MTS2] a material is stored under its sha512, once, and whole again if the copy was damaged', async () => {
  const folder = tempFolder()
  const bytes = randomBytes(12_345)
  const stored = unwrap(await storeMaterial(files, folder, body(bytes)))
  expect(stored).toEqual({ sha512: sha512(bytes), bytes: 12_345 })
  const before = statSync(join(folder, stored.sha512)).ino
  unwrap(await storeMaterial(files, folder, body(bytes)))
  expect(readdirSync(folder)).toEqual([stored.sha512])
  expect(statSync(join(folder, stored.sha512)).ino).toBe(before)
  const { writeFileSync, readFileSync } = await import('node:fs')
  writeFileSync(join(folder, stored.sha512), 'damaged')
  unwrap(await storeMaterial(files, folder, body(bytes)))
  expect(sha512(readFileSync(join(folder, stored.sha512)))).toBe(stored.sha512)
})

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  '[FIL4] [MTS2] a material whose name a scanner holds for a moment (%s) is stored',
  async (code) => {
    const folder = tempFolder()
    let held = 0
    const faulty = faultyFiles(({ name }) => (['open', 'rename'].includes(name) && held++ % 3 < 2 ? code : null))
    const body = (async function* () {
      yield await Promise.resolve(Buffer.from('a material'))
    })()
    const { sha512 } = unwrap(await storeMaterial(faulty, folder, body))
    expect(readdirSync(folder)).toEqual([sha512])
  },
)

test('[MTS3] too much, an upload that ends early and a full disk leave nothing', async () => {
  const folder = tempFolder()
  expect(await storeMaterial(files, folder, body(randomBytes(5_000)), 4_999)).toMatchObject({
    ok: false,
    error: { kind: 'too-large' },
  })
  expect(await storeMaterial(files, folder, body(randomBytes(5_000), true))).toMatchObject({ ok: false })
  const full = faultyFiles(({ name, index }) => (name === 'write' && index > 3 ? 'ENOSPC' : null))
  expect(await storeMaterial(full, folder, body(randomBytes(5_000)))).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
  expect(await stageBundle(files, folder, body(randomBytes(5_000)), 100)).toMatchObject({
    ok: false,
    error: { kind: 'too-large' },
  })
  expect(readdirSync(folder)).toEqual([])
})

test('[MTS1] nothing but a hash is a name, and a staging id points at its own file only', async () => {
  const folder = tempFolder()
  const hostile = [
    '',
    '..',
    '../device.json',
    '%2e%2e',
    'A'.repeat(128),
    'a'.repeat(127),
    `${'a'.repeat(128)}/..`,
    `${'a'.repeat(128)}\n`,
    '\0',
    'a'.repeat(129),
  ]
  for (const name of hostile) {
    expect(isMaterialName(name)).toBe(false)
    expect((await serveMaterial(folder, name, undefined)).status).toBe(404)
    expect(stagedPath(folder, name)).toBe(join(folder, 'none'))
  }
})

test('[MTS1] staged bundles of earlier runs and unfinished uploads are purged', async () => {
  const [staging, materials] = [tempFolder(), tempFolder()]
  const { stagingId } = unwrap(await stageBundle(files, staging, body(randomBytes(10))))
  expect(existsSync(stagedPath(staging, stagingId))).toBe(true)
  const { sha512: kept } = unwrap(await storeMaterial(files, materials, body(randomBytes(10))))
  await (await files.open(join(materials, '.x.part'), 'wx')).close()
  await purgeStaging(files, staging, materials)
  expect([readdirSync(staging), readdirSync(materials)]).toEqual([[], [kept]])
})

test.each([
  [undefined, 200, 0, 99],
  ['bytes=0-9', 206, 0, 9],
  ['bytes=90-', 206, 90, 99],
  ['bytes=-7', 206, 93, 99],
  ['bytes=95-500', 206, 95, 99],
  ['bytes=0-1,4-5', 200, 0, 99],
  ['lines=1-2', 200, 0, 99],
  ['bytes=9-3', 200, 0, 99],
  ['bytes=100-', 416, 0, -1],
  ['bytes=-0', 416, 0, -1],
])('[MTS2] range %s is answered with %i', async (range, status, from, to) => {
  const folder = tempFolder()
  const bytes = randomBytes(100)
  const stored = unwrap(await storeMaterial(files, folder, body(bytes)))
  const served = await serveMaterial(folder, stored.sha512, range)
  expect([served.status, served.headers['content-length']]).toEqual([status, String(to - from + 1)])
  if (served.body) expect(await buffer(served.body)).toEqual(bytes.subarray(from, to + 1))
  if (status === 206) expect(served.headers['content-range']).toBe(`bytes ${from}-${to}/100`)
})

test.each([
  ['%PDF-1.7\n', 'application/pdf', 'inline'],
  ['GIF89a', 'image/gif', 'inline'],
  ['<html><script>alert(1)</script>', 'text/plain; charset=utf-8', 'inline'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'text/plain; charset=utf-8', 'inline'],
  ['PK\u0003\u0004', 'application/octet-stream', 'attachment'],
  ['\u0000\u0001', 'application/octet-stream', 'attachment'],
])('[MTS4] [MTS5] %j is served inert, as %s', async (text, type, disposition) => {
  const folder = tempFolder()
  const { sha512: hash } = unwrap(await storeMaterial(files, folder, body(new TextEncoder().encode(text))))
  const { headers, body: stream } = await serveMaterial(folder, hash, undefined, 'a"b\r\nx: y\ud800é.html')
  stream?.destroy()
  expect(headers['content-type']).toBe(type)
  expect(headers['content-disposition']).toBe(`${disposition}; filename*=UTF-8''a%22b%0D%0Ax%3A%20y%EF%BF%BD%C3%A9.html`)
  expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('[MTS4] pictures are known by their bytes, text by its encoding even when a character is cut in two', () => {
  expect(contentType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('image/png')
  expect(contentType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(contentType(Buffer.from('RIFF0000WEBPVP8 '))).toBe('image/webp')
  expect(contentType(Buffer.from('größe').subarray(0, 3))).toBe('text/plain; charset=utf-8')
  expect(contentType(new Uint8Array([0xc3, 0x28, 0x41]))).toBe('application/octet-stream')
})
