import { writeFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { deleteReview, restoreReview } from '../../../renderer/storage/library'
import { importReview, openReview } from '../../../renderer/storage/review-storage'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { wholeParts } from '../../../renderer/storage/replica'
import { chainProblems } from '../../../shared/record/log'
import { unwrap } from '../../../shared/result'
import { testHost } from '../../electron/helpers/test-host'
import { bridgeTo, eventually, openRoom, plainReview, type Room } from '../helpers/open-session'

const names = (session: ReviewSession) => Object.values(session.store.getState().record.people).map(({ name }) => name)
const access = (session: ReviewSession) => session.store.getState().access
const elsewhere = (room: Room) => ({ bridge: bridgeTo(room.test, 'profile-2'), indexedDB: new IDBFactory() })

test('[STO13] newer data is shown and never written: both copies stay as they are, whatever is tried', async () => {
  const room = await openRoom(plainReview('from-the-future', { schemaVersion: 99 }))
  const written = room.host.calls.filter((name) => name === 'review:append').length
  const session = await room.open()
  expect(access(session)).toBe('newer')
  const node = new Y.XmlElement('hologram')
  const before = wholeParts(session.docs)
  expect(session.act('addPerson', { name: 'Ada' })).toMatchObject({ ok: false, error: { rule: 'STO13' } })
  expect(wholeParts(session.docs)).toEqual(before)
  session.docs.minutes.getXmlFragment('general').insert(0, [node])
  await session.settle()
  await session.close()
  expect(await room.storage.db.commits.count()).toBe(1)
  expect(room.host.calls.filter((name) => name === 'review:append')).toHaveLength(written)
  // A journal that lacks the review gets nothing of it either.
  const other = (await openRoom()).host
  const sent = other.calls.filter((name) => name === 'review:append').length
  const elsewhereToo = await room.open({ bridge: other })
  expect([access(elsewhereToo), elsewhereToo.store.getState().record.review['review']?.title]).toEqual([
    'newer',
    'Solar forecast',
  ])
  await elsewhereToo.settle()
  expect(other.calls.filter((name) => name === 'review:append')).toHaveLength(sent)
})

test('[STO13] minutes with nodes and marks this program does not know are kept byte for byte, over both copies', async () => {
  const room = await openRoom()
  const session = await room.open()
  const node = new Y.XmlElement('hologram')
  session.docs.minutes.getXmlFragment('general').insert(0, [node])
  node.insert(0, [new Y.XmlText('depth')])
  ;(node.get(0) as Y.XmlText).format(0, 5, { shimmer: { strength: 3 } })
  await session.settle()
  const before = Y.encodeStateAsUpdate(session.docs.minutes)
  await session.close()
  await room.storage.db.delete({ disableAutoOpen: false })
  const again = await room.open()
  expect(Y.encodeStateAsUpdate(again.docs.minutes)).toEqual(before)
  await again.close()
})

test('[STO18] a second browser reads only, sees what is written, and writes after taking over; nothing is lost', async () => {
  const room = await openRoom()
  const first = await room.open()
  await first.settle()
  const second = await room.open(elsewhere(room))
  expect(access(second)).toBe('elsewhere')
  expect(second.act('addPerson', { name: 'Eve' })).toMatchObject({ ok: false, error: { rule: 'STO18' } })
  unwrap(first.act('addPerson', { name: 'Ada' }))
  await eventually(() => names(second)).toEqual(['Ada'])
  await second.takeOver()
  expect([access(first), access(second)]).toEqual(['elsewhere', 'editing'])
  unwrap(second.act('addPerson', { name: 'Bo' }))
  await second.settle()
  await first.takeOver()
  expect(names(first).sort()).toEqual(['Ada', 'Bo'])
  expect(access(first)).toBe('editing')
  const log = await first.log()
  expect([log.length, chainProblems(log)]).toEqual([3, []])
})

test('[STO18] what was written offline before another browser took over joins it, and the log names both', async () => {
  const room = await openRoom()
  const first = await room.open()
  await first.settle()
  room.host.cut()
  unwrap(first.act('addPerson', { name: 'Ada' }))
  await first.settle()
  const second = await room.open(elsewhere(room))
  await second.takeOver()
  unwrap(second.act('addPerson', { name: 'Bo' }))
  await second.settle()
  room.host.join()
  await eventually(() => access(first)).toBe('elsewhere')
  await first.takeOver()
  unwrap(first.act('addPerson', { name: 'Cy' }))
  await first.settle()
  expect(names(first).sort()).toEqual(['Ada', 'Bo', 'Cy'])
  const log = await first.log()
  expect([log.length, log.at(-1)?.entry.prev.length, chainProblems(log)]).toEqual([4, 2, []])
})

test('[STO17] a deleted review is emptied here, is not brought back by any copy or open window, and can be restored', async () => {
  const room = await openRoom()
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  const { db } = room.storage
  const rows = async () => [
    await db.commits.count(),
    await db.log.count(),
    await db.meta.where('reviewId').equals(room.reviewId).count(),
  ]
  unwrap(await deleteReview(room.storage, room.reviewId))
  expect(await rows()).toEqual([0, 0, 0])
  unwrap(session.act('addPerson', { name: 'Bo' }))
  await eventually(() => access(session)).toBe('deleted')
  expect(session.act('addPerson', { name: 'Cy' })).toMatchObject({ ok: false, error: { rule: 'STO17' } })
  await eventually(rows).toEqual([0, 0, 0])
  await session.close()
  expect(await openReview(room.storage, room.reviewId)).toMatchObject({ ok: false, error: { kind: 'deleted' } })
  expect(unwrap(await room.test.call('review:list', {})).reviews).toEqual([])
  unwrap(await restoreReview(room.storage, room.reviewId))
  expect(names(await room.open())).toEqual(['Ada'])
})

test('[STO17] [HST6] [STO19] a review purged long ago comes back with its bundle, and only with it', async () => {
  let wall = 1_000_000
  const room = await openRoom(undefined, { clocks: { wall: () => wall, sinceBoot: () => wall } })
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  const { reviewId } = room
  const bundle = { reviewId, title: '', parts: wholeParts(session.docs), log: await session.log(), exists: false }
  await session.close()
  unwrap(await deleteReview(room.storage, reviewId))
  wall += 31 * 24 * 3_600_000
  expect(await restoreReview(room.storage, reviewId)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  await room.test.host.close()
  const later = await testHost({ root: room.test.folder.root, clocks: { wall: () => wall, sinceBoot: () => wall } })
  const storage = { ...room.storage, host: bridgeTo(later) }
  expect(await openReview(storage, reviewId)).toMatchObject({ ok: false, error: { kind: 'deleted' } })
  expect(await restoreReview(storage, reviewId)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  expect(await importReview(storage, bundle)).toEqual({ ok: true, value: reviewId })
  expect(names(await room.open({ bridge: storage.host }))).toEqual(['Ada'])
  await later.host.close()
  writeFileSync(later.folder.index, 'garbled')
  const rebuilt = await testHost({ root: later.folder.root })
  expect(unwrap(await rebuilt.call('review:list', {})).reviews).toMatchObject([{ id: reviewId }])
})

test('[STO17] a review deleted and brought back while it is open is edited again, with what was refused meanwhile', async () => {
  const room = await openRoom()
  const session = await room.open()
  await session.settle()
  unwrap(await deleteReview(room.storage, room.reviewId))
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await eventually(() => access(session)).toBe('deleted')
  unwrap(await restoreReview(room.storage, room.reviewId))
  await eventually(() => access(session)).toBe('editing')
  unwrap(session.act('addPerson', { name: 'Bo' }))
  await session.settle()
  await eventually(() => session.store.getState().saved.copies).toBe('both')
  await session.close()
  expect(names(await room.open(elsewhere(room)))).toEqual(['Ada', 'Bo'])
  expect(names(await room.open())).toEqual(['Ada', 'Bo'])
})
