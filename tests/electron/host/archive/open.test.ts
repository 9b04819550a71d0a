import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive, verifyArchive } from '../../../../electron/host/archive/open-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { unwrap } from '../../../../shared/result'
import { differences } from '../../../helpers/compare-bundles'
import { type FullReview, fullReview } from '../../../helpers/full-review'
import { makeReview } from '../../../helpers/review-maker'
import { filesOf, newPlace, type Place, quietTools, saveReview, storeBytes } from '../../helpers/bundles'

const files = nodeFileSystem()

async function savedFull(full: FullReview = fullReview(), place: Place = newPlace()) {
  full.materials.forEach((bytes) => storeBytes(place.materialsFolder, bytes))
  return { ...full, place, path: (await saveReview(full.review, place)).path }
}

function open(path: string, place: Place) {
  return openArchive(files, { bundle: path, materialsFolder: place.materialsFolder }, quietTools())
}

test('[ARC7] what was saved comes back without loss on another computer: saved again, it is the same bundle', async () => {
  const { path } = await savedFull()
  const elsewhere = newPlace()
  const opened = unwrap(await open(path, elsewhere))
  expect(opened.title).toBe('Heat demand forecast to production')
  const review = { ...fullReview(2).review, parts: () => opened.parts.map((part) => ({ ...part })), log: [...opened.log] }
  const again = await saveReview(review, elsewhere)
  expect(differences(await filesOf(path), await filesOf(again.path))).toEqual([])
  expect(readFileSync(again.path).equals(readFileSync(path))).toBe(true)
})

test('[ARC7] a bundle altered by one byte is refused by name, in every class of file (trust row 12)', async () => {
  const { path } = await savedFull()
  const good = readFileSync(path)
  const names = [...(await filesOf(path)).keys(), 'bagit.txt', 'bag-info.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt']
  for (const name of names) {
    const bytes = Buffer.from(good)
    const content = contentOf(bytes, name)
    const at = content.from + Math.floor(content.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const place = newPlace()
    const bad = join(place.folder, 'bad.zip')
    writeFileSync(bad, bytes)
    const refused = await open(bad, place)
    expect(refused.ok, name).toBe(false)
    if (refused.ok) continue
    expect(['altered', 'malformed', 'newer'], name).toContain(refused.error.kind)
    if (name.startsWith('data/')) expect(refused.error.details, name).toEqual([name])
    expect(await verifyArchive({ path: bad }, quietTools()), name).toMatchObject({ ok: false })
    // ARC9: nothing was stored.
    expect(readdirSync(place.materialsFolder), name).toEqual([])
  }
})

/** Where the content of a stored entry lies. */
function contentOf(zip: Buffer, name: string): { from: number; length: number } {
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (!zip.toString('utf8', at + 46, at + 46 + nameLength).endsWith(`/${name}`)) continue
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    return { from, length: zip.readUInt32LE(at + 24) }
  }
  throw new Error(`no ${name}`)
}

test('[ARC7] a file added, a file taken away, a torn end and no zip at all are refused', async () => {
  const { path, place } = await savedFull()
  const good = readFileSync(path)
  const renamed = Buffer.from(good)
  // Both copies of the name, so that only the manifest can tell.
  for (let at = renamed.indexOf('data/index.html'); at >= 0; at = renamed.indexOf('data/index.html', at + 1)) {
    if (renamed[at - 1] === 0x2f) renamed.write('data/other.html', at)
  }
  const cases = {
    renamed,
    torn: good.subarray(0, good.length - 30),
    'half of it': good.subarray(0, good.length / 2),
    empty: Buffer.alloc(0),
    'no zip': Buffer.from('hello'),
  }
  for (const [name, bytes] of Object.entries(cases)) {
    const bad = join(place.folder, `${name}.zip`)
    writeFileSync(bad, bytes)
    const refused = await open(bad, newPlace())
    expect(refused, name).toMatchObject({ ok: false, error: { kind: name === 'renamed' ? 'altered' : 'malformed' } })
    if (name === 'renamed' && !refused.ok) expect(refused.error.details).toEqual(['data/index.html', 'data/other.html'])
  }
  expect(await open(join(place.folder, 'gone.zip'), place)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

test('[MTS2] opening a good bundle mends a material that is damaged in the store', async () => {
  const { place, path } = await savedFull()
  const names = readdirSync(place.materialsFolder)
  const good = names.map((name) => readFileSync(join(place.materialsFolder, name)))
  for (const name of names) writeFileSync(join(place.materialsFolder, name), 'rotten')
  unwrap(await open(path, place))
  expect(names.length).toBeGreaterThan(0)
  expect(names.map((name) => readFileSync(join(place.materialsFolder, name)))).toEqual(good)
})

test('[ARC8] names that lead out, stand for two files or mean something to a system are refused', async () => {
  const { path, place } = await savedFull()
  const good = readFileSync(path)
  const note = 'data/minutes/minutes.md'
  const plan = 'data/action-plan/actions.md'
  const bad: [from: string, to: string][] = [
    [note, '../../../../../../etc/x'],
    [note, '/data/minutes/minutes.m'],
    [note, 'C:/a/minutes/minutes.md'],
    [note, 'data\\minutes\\minutes.md'],
    [note, 'data/minutes/minutes.m '],
    [note, 'data/minutes/minutes.m.'],
    [note, 'data/minutes/minut\u0000s.md'],
    [note, 'data/minutes/minu\u0007es.md'],
    [note, 'data/minutes/a:stream.x'],
    [note, 'data/minutes//inutes.md'],
    [note, 'data/com1.txt/minute.md'],
    [plan, 'data/feedback/feedback.json'],
    [plan, 'data/feedback/FEEDBACK.JSON'],
  ]
  for (const [from, to] of bad) {
    expect(Buffer.byteLength(to), to).toBe(Buffer.byteLength(from))
    const bytes = Buffer.from(good)
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) if (bytes[at - 1] === 0x2f) bytes.write(to, at)
    const twin = join(place.folder, 'bad.zip')
    writeFileSync(twin, bytes)
    const elsewhere = newPlace()
    expect(await open(twin, elsewhere), to).toMatchObject({ ok: false, error: { kind: 'malformed' } })
    expect(readdirSync(elsewhere.materialsFolder)).toEqual([])
  }
})

test('[ARC7] verifying a saved bundle counts its files', async () => {
  const { path } = await savedFull()
  const { files: count } = unwrap(await verifyArchive({ path }, quietTools()))
  expect(count).toBe((await filesOf(path)).size + 4)
})

test('[DLV15] another whole bundle under the name of a delivered one is told as changed', async () => {
  const [mine, other] = [await saveReview(makeReview(), newPlace()), await saveReview(fullReview().review, newPlace())]
  const verify = (sha512: string) => verifyArchive({ path: mine.path, sha512 }, quietTools())
  expect((await verify(mine.sha512)).ok).toBe(true)
  copyFileSync(other.path, mine.path)
  expect(await verify(mine.sha512)).toMatchObject({
    ok: false,
    error: { kind: 'altered', details: [basename(mine.path)] },
  })
  expect((await verify(other.sha512)).ok).toBe(true)
})
