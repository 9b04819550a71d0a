import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as Y from 'yjs'
import { expect, test, vi } from 'vitest'
import { cannotStart, dataFolder, prepareDataFolder } from '../../../electron/host/files/data-folder'
import { nodeFileSystem } from '../../../electron/host/files/file-system'
import { openReviewIndex } from '../../../electron/host/review-index'
import { unwrap } from '../../../shared/result'
import { faultyFiles } from '../helpers/faulty-files'
import { createWriter, REVIEW } from '../helpers/commits'
import { tempFolder } from '../helpers/temp-folder'
import { type TestHost, testHost } from '../helpers/test-host'

const me = { reviewId: REVIEW, clientId: 'me' }

async function create({ call }: TestHost, reviewId = REVIEW): Promise<void> {
  unwrap(await call('review:append', { reviewId, clientId: 'me', create: true, commits: [createWriter(reviewId).next('one')] }))
}
const ids = async ({ call }: TestHost): Promise<string[]> => unwrap(await call('review:list', {})).reviews.map(({ id }) => id)

test('[HST1] an unknown review is refused, and made by an append that creates it', async () => {
  const test = await testHost()
  const commits = [createWriter().next('one')]
  expect(await test.call('review:open', { ...me, have: [] })).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(await test.call('review:append', { ...me, create: false, commits })).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  })
  expect(await ids(test)).toEqual([])
  expect(unwrap(await test.call('review:append', { ...me, create: true, commits }))).toEqual({ stored: 1 })
  expect(await ids(test)).toEqual([REVIEW])
})

test('[HST1] a review opened with what one has gives only the rest, over a restart too', async () => {
  const root = join(tempFolder(), 'data')
  const first = await testHost({ root })
  const writer = createWriter()
  const [one, two] = [writer.next('one'), writer.next('two')]
  unwrap(await first.call('review:append', { ...me, create: true, commits: [one, two] }))
  await first.host.close()
  const second = await testHost({ root })
  const mine = new Y.Doc()
  Y.applyUpdate(mine, one.parts[0]?.update ?? new Uint8Array())
  const have = [{ docId: 'record' as const, stateVector: Y.encodeStateVector(mine) }]
  const { parts, log, has } = unwrap(await second.call('review:open', { ...me, have }))
  const record = parts.find(({ docId }) => docId === 'record')?.update ?? new Uint8Array()
  expect(record.length).toBeLessThan(Y.encodeStateAsUpdate(mine).length + (two.parts[0]?.update.length ?? 0))
  Y.applyUpdate(mine, record)
  expect([...mine.getMap('words').keys()]).toEqual(['one', 'two'])
  expect(log).toHaveLength(2)
  expect(has.find(({ docId }) => docId === 'record')?.stateVector).toEqual(Y.encodeStateVector(mine))
})

test('[HST6] a deleted review refuses everything, is listed as deleted, comes back whole, and is purged after 30 days', async () => {
  let wall = 1_000_000
  const root = join(tempFolder(), 'data')
  const clocks = { wall: () => wall, sinceBoot: () => wall }
  const test = await testHost({ root, clocks })
  await create(test)
  unwrap(await test.call('review:delete', { reviewId: REVIEW }))
  const deleted = { ok: false, error: { kind: 'not-found', details: ['deleted'] } }
  const append = { ...me, create: true, commits: [createWriter().next('late')] }
  expect(await test.call('review:append', append)).toMatchObject(deleted)
  expect(await test.call('review:open', { ...me, have: [] })).toMatchObject(deleted)
  expect(unwrap(await test.call('review:list', {}))).toMatchObject({ reviews: [], deleted: [{ id: REVIEW, deletedAt: wall }] })
  unwrap(await test.call('review:restore', { reviewId: REVIEW }))
  expect(unwrap(await test.call('review:open', { ...me, have: [] })).log).toHaveLength(1)
  unwrap(await test.call('review:delete', { reviewId: REVIEW }))
  await test.host.close()
  wall += 30 * 24 * 3_600_000
  const later = await testHost({ root, clocks })
  await vi.waitFor(() => expect(existsSync(join(root, 'reviews', REVIEW))).toBe(false))
  expect(unwrap(await later.call('review:list', {}))).toEqual({ reviews: [], deleted: [], damaged: [], notices: [] })
  expect(await later.call('review:append', append)).toMatchObject(deleted)
  expect(await later.call('review:restore', { reviewId: REVIEW })).toMatchObject({ ok: false })
})

test.each(['index.json', 'both'])('[HST3] a garbled index (%s) is rebuilt, without the deleted', async (which) => {
  const root = join(tempFolder(), 'data')
  const test = await testHost({ root })
  for (const id of ['review-0001', 'review-0002', 'Odd/../id']) await create(test, id)
  unwrap(await test.call('review:delete', { reviewId: 'review-0002' }))
  await test.host.close()
  writeFileSync(join(root, 'index.json'), 'garbled')
  if (which === 'both') writeFileSync(join(root, 'index.previous.json'), '{"format":1}')
  const again = await testHost({ root })
  expect((await ids(again)).sort()).toEqual(['Odd/../id', 'review-0001'])
  expect(unwrap(await again.call('review:list', {})).deleted).toMatchObject([{ id: 'review-0002' }])
})

test.each(['EBUSY', 'EACCES', 'EIO'])(
  '[HST11] [FIL9] an index that cannot be read just then (%s) is left as it is, told, and forgets no purged review',
  async (code) => {
    const root = join(tempFolder(), 'data')
    const { index: path, reviews } = dataFolder(root)
    await prepareDataFolder(nodeFileSystem(), root)
    mkdirSync(join(reviews, 'review-0002'))
    const index = await openReviewIndex(nodeFileSystem(), path, reviews)
    const purged = { id: 'review-0002', title: '', deletedAt: 1, isPurged: true, materials: ['ab'.repeat(64)] }
    unwrap(await index.add('review-0001'))
    unwrap(await index.bury(purged))
    const content = () =>
      readdirSync(root).map((name) => [name, statSync(join(root, name)).isFile() && readFileSync(join(root, name))])
    const before = content()
    for (const file of ['index.json', 'index.previous.json', 'deleted.json']) {
      if (file !== 'index.json') writeFileSync(path, 'garbled')
      const garbled = content()
      const faulty = faultyFiles(({ name, path: at }) => (name === 'readFile' && at.endsWith(file) ? code : null))
      const words = await openReviewIndex(faulty, path, reviews).catch((error: unknown) => cannotStart(error, root))
      expect(words).toMatch(/^Review Room cannot start with the data folder [^\n]+: [^\n]+$/)
      if (file !== 'deleted.json') expect(words).toContain(`(${file}) could not be read: `)
      expect(content()).toEqual(file === 'index.json' ? before : garbled)
    }
    const again = await openReviewIndex(nodeFileSystem(), path, reviews)
    expect(again.tombstones().map(({ id }) => id)).toEqual(['review-0002'])
  },
  20_000,
)

test('[HST11] [FIL4] an index held for a moment by another program is waited for', async () => {
  const root = tempFolder()
  unwrap(await (await openReviewIndex(nodeFileSystem(), join(root, 'index.json'), root)).add('review-0001'))
  let refusals = 0
  const faulty = faultyFiles(({ name }) => (name === 'readFile' && refusals++ < 2 ? 'EBUSY' : null))
  const index = await openReviewIndex(faulty, join(root, 'index.json'), root)
  expect([index.reviews(), index.wasRebuilt]).toEqual([['review-0001'], false])
})

test('[HST11] a damaged index is put aside and told once', async () => {
  const root = join(tempFolder(), 'data')
  const first = await testHost({ root })
  await create(first)
  await first.host.close()
  writeFileSync(join(root, 'index.json'), 'garbled')
  const second = await testHost({ root })
  expect(unwrap(await second.call('review:list', {})).notices).toEqual([expect.stringContaining('list of reviews was damaged')])
  expect(readFileSync(join(root, 'index.json.damaged'), 'utf8')).toBe('garbled')
  await second.host.close()
  const third = await testHost({ root })
  expect(unwrap(await third.call('review:list', {}))).toMatchObject({ reviews: [{ id: REVIEW }], notices: [] })
})

test('[HST2] the index before stays beside the new one', async () => {
  const root = join(tempFolder(), 'data')
  const test = await testHost({ root })
  await create(test, 'review-0001')
  await create(test, 'review-0002')
  expect(readdirSync(root)).toEqual(expect.arrayContaining(['index.json', 'index.previous.json']))
  const before = await openReviewIndex(nodeFileSystem(), join(root, 'index.previous.json'), join(root, 'none'))
  expect(before.reviews()).toEqual(['review-0001'])
})

test('[JRN4] a review whose journal is damaged is listed with words', async () => {
  const root = join(tempFolder(), 'data')
  const test = await testHost({ root })
  await create(test)
  await test.host.close()
  writeFileSync(join(root, 'reviews', REVIEW, '00000001.journal'), 'not a journal at all')
  const again = await testHost({ root })
  expect(unwrap(await again.call('review:list', {})).damaged).toMatchObject([
    { id: REVIEW, message: expect.stringContaining('damaged') as string },
  ])
})

test('[MTS6] the materials of a purged review go, but for those another journal names, and none while a journal cannot be read', async () => {
  let wall = 1_000_000
  const root = join(tempFolder(), 'data')
  const clocks = { wall: () => wall, sinceBoot: () => wall }
  const test = await testHost({ root, clocks })
  const keep = async (text: string) => unwrap(await test.host.storeMaterial(Readable.from([Buffer.from(text)]))).sha512
  const [own = '', shared = '', free = ''] = await Promise.all(['own', 'shared', 'free'].map(keep))
  const name = async (reviewId: string, hashes: readonly string[]) => {
    const doc = new Y.Doc()
    hashes.forEach((sha512) => doc.getMap('materials').set(sha512.slice(0, 8), { sha512, name: 'a.pdf' }))
    const parts = [{ docId: 'record' as const, update: Y.encodeStateAsUpdate(doc) }]
    const commits = [{ id: `c-${reviewId}`, reviewId, at: 1, parts, log: [] }]
    unwrap(await test.call('review:append', { reviewId, clientId: 'me', create: true, commits }))
  }
  await name(REVIEW, [own, shared])
  await name('review-0002', [shared])
  unwrap(await test.call('review:delete', { reviewId: REVIEW }))
  unwrap(await test.call('review:delete', { reviewId: 'review-0002' }))
  unwrap(await test.call('review:restore', { reviewId: 'review-0002' }))
  await test.host.close()
  wall += 31 * 24 * 3_600_000
  const stored = () => readdirSync(join(root, 'materials')).sort()
  const all = [own, shared, free].sort()
  const blind = faultyFiles(({ name: call, path }) => (call === 'readFile' && path.includes('review-0002') ? 'EACCES' : null))
  const unread = await testHost({ root, clocks, files: blind })
  await vi.waitFor(() => expect(unread.log.join('')).toContain('"event":"purge"'))
  expect([existsSync(join(root, 'reviews', REVIEW)), stored()]).toEqual([false, all])
  await unread.host.close()
  const later = await testHost({ root, clocks })
  await vi.waitFor(() => expect(stored()).toEqual([shared, free].sort()))
  expect(unwrap(await later.call('review:list', {})).reviews).toHaveLength(1)
})
