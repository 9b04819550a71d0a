import { rmSync, statSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { folderDatabase } from '../../../renderer/storage/folder-database'
import { libraryStore } from '../../../renderer/storage/library'
import { wholeParts } from '../../../renderer/storage/replica'
import { openDatabase } from '../../../renderer/storage/open-database'
import { createReview, importReview, openReview, openStorage, readReview } from '../../../renderer/storage/review-storage'
import { unwrap } from '../../../shared/result'
import { create } from '../../../shared/review/change'
import { testHost, type TestHost } from '../../electron/helpers/test-host'
import { bridgeTo, eventually, openRoom, plainReview } from '../helpers/open-session'

function memory(): { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void } {
  const items = new Map<string, string>()
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) }
}

/** As Chromium answers when the files of one database cannot be read. */
function garbled(factory: IDBFactory, name: string): IDBFactory {
  const open = (wanted: string, version?: number): unknown => {
    if (wanted !== name) return factory.open(wanted, version)
    const request = { error: new DOMException('Internal error opening backing store', 'UnknownError'), onerror: null as unknown }
    const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined }
    setTimeout(() => (request.onerror as (told: unknown) => void)(event))
    return request
  }
  return {
    open,
    databases: () => factory.databases(),
    cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
  } as unknown as IDBFactory
}

test('[STO21] a database that cannot be read is left where it is; the next one is filled from the journal and says so', async () => {
  const room = await openRoom()
  const given = { indexedDB: new IDBFactory(), name: 'garbled', memory: memory() }
  const first = await openDatabase(1_000, given)
  first.db.close()
  const storage = await openStorage(bridgeTo(room.test), { ...given, indexedDB: garbled(given.indexedDB, 'garbled') })
  expect([storage.db.name, storage.wasReset]).toEqual(['garbled-2', true])
  const session = unwrap(await openReview(storage, room.reviewId))
  expect(session.store.getState().notices).toEqual(['The copy in this browser was lost. It was restored from the second copy.'])
  await session.close()
  expect(await storage.db.commits.count()).toBe(1)
  expect((await given.indexedDB.databases()).map(({ name }) => name).sort()).toEqual(['garbled', 'garbled-2'])
  const again = await openDatabase(1_000, given)
  expect([again.db.name, again.wasReset]).toEqual(['garbled-2', false])
})

test('[STO22] a review that only this browser has goes to the journal again, a deleted one is emptied', async () => {
  const room = await openRoom()
  const gone = unwrap(await createReview(room.storage, plainReview('gone')))
  const other = await openRoom()
  unwrap(await other.test.call('review:delete', { reviewId: gone }))
  const storage = await openStorage(other.host, { indexedDB: room.indexedDB, name: room.storage.db.name, memory: undefined })
  const store = libraryStore(storage)
  await expect
    .poll(() =>
      store
        .getState()
        .reviews.map(({ id }) => id)
        .sort(),
    )
    .toEqual([room.reviewId, other.reviewId].sort())
  expect(await storage.db.meta.get(gone)).toBeUndefined()
  other.host.failWith('unreachable')
  const offline = libraryStore(storage)
  await eventually(() => offline.getState().reviews.map(({ title }) => title)).toEqual(['Solar forecast'])
  expect(offline.getState()).toMatchObject({ isLoading: false, problem: expect.stringContaining('does not answer') as string })
  storage.db.close()
})

test('[STO19] a bundle of a review that is here adds what is new and leaves its private desk alone; elsewhere it is opened whole', async () => {
  const room = await openRoom()
  const note = (text: string) => create('notes', { id: 'note-1', itemId: null, text }, 'desk')
  const [here, there] = [await openRoom([...plainReview('shared'), note('here')]), room]
  const session = await here.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  const opened = { reviewId: 'shared', title: '', parts: wholeParts(session.docs), log: await session.log() }
  unwrap(await importReview(there.storage, { ...opened, exists: false }))
  const moved = unwrap(await openReview(there.storage, 'shared'))
  unwrap(moved.act('addPerson', { name: 'Bo' }))
  moved.docs.desk.getMap('notes').clear()
  const back = { ...opened, parts: wholeParts(moved.docs), log: await moved.log(), exists: true }
  await moved.close()
  unwrap(await importReview(here.storage, back))
  await eventually(() => Object.keys(session.store.getState().record.people)).toHaveLength(2)
  const { record, desk } = unwrap(await readReview(here.storage, 'shared'))
  expect([Object.keys(record.people).length, Object.keys(desk.notes)]).toEqual([2, ['note-1']])
})

test('[STO26] two data folders of one browser profile share no review; the database from before goes to the folder it belongs to', async () => {
  const given = { indexedDB: new IDBFactory(), memory: memory() }
  const [one, two, three] = [await testHost(), await testHost(), await testHost()]
  const before = await openStorage(bridgeTo(one), given)
  const old = unwrap(await createReview(before, plainReview('of-one')))
  before.db.close()
  const open = async (test: TestHost) => {
    const host = bridgeTo(test)
    const storage = await openStorage(host, { ...given, name: await folderDatabase(host, given) })
    const store = libraryStore(storage)
    await eventually(() => store.getState().isLoading).toBe(false)
    return storage
  }
  const listed = async (test: TestHost) => unwrap(await test.call('review:list', {})).reviews.map(({ id }) => id)
  const second = await open(two)
  unwrap(await createReview(second, plainReview('of-two')))
  second.db.close()
  const first = await open(one)
  expect([first.db.name, await first.db.meta.get(old)]).toMatchObject(['review-room', { reviewId: old }])
  first.db.close()
  const third = await open(three)
  const again = await open(one)
  expect([again.db.name, third.db.name === second.db.name]).toEqual(['review-room', false])
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect([await listed(one), await listed(two), await listed(three)]).toEqual([['of-one'], ['of-two'], []])
  third.db.close()
  again.db.close()
})

test('[STO26] [STO22] the id stays with the folder, readable by its owner only; a folder lost and made anew gets its reviews again', async () => {
  const given = { indexedDB: new IDBFactory(), memory: memory() }
  const test = await testHost()
  const { root, identity } = test.folder
  const name = await folderDatabase(bridgeTo(test), given)
  const storage = await openStorage(bridgeTo(test), { ...given, name })
  unwrap(await createReview(storage, plainReview('lost-and-found')))
  expect(statSync(identity).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  await test.host.close()
  expect(await folderDatabase(bridgeTo(await testHost({ root })), given)).toBe(name)
  rmSync(root, { recursive: true })
  const anew = await testHost({ root })
  expect(await folderDatabase(bridgeTo(anew), given)).toBe(name)
  const store = libraryStore({ ...storage, host: bridgeTo(anew) })
  await eventually(() => store.getState().reviews.map(({ id }) => id)).toEqual(['lost-and-found'])
  storage.db.close()
})

test('[STO19] an older bundle leaves the row of the library as it is', async () => {
  const room = await openRoom()
  const session = await room.open()
  const { reviewId } = room
  const older = { reviewId, title: '', parts: wholeParts(session.docs), log: await session.log(), exists: true }
  unwrap(session.act('editReview', { title: 'Lunar forecast' }))
  await session.settle()
  unwrap(await importReview(room.storage, older))
  expect((await room.storage.db.meta.get(reviewId))?.row?.title).toBe('Lunar forecast')
})
