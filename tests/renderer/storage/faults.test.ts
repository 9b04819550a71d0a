import * as Y from 'yjs'
import { expect, test, vi } from 'vitest'
import { createReview, openReview, readReview } from '../../../renderer/storage/review-storage'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { readLog } from '../../../renderer/storage/commits'
import { applyParts, emptyDocs, loadReview } from '../../../renderer/storage/load'
import { partsLacking, stateVectors, wholeParts } from '../../../renderer/storage/replica'
import { chainProblems } from '../../../shared/record/log'
import { unwrap } from '../../../shared/result'
import { faultyFiles } from '../../electron/helpers/faulty-files'
import { eventually, openRoom, plainReview } from '../helpers/open-session'
import { failWrites } from './failing-writes'

const saved = (session: ReviewSession) => session.store.getState().saved
const add = (session: ReviewSession, name: string) => unwrap(session.act('addPerson', { name }))

test('[STO1] transactions are strict: what is acknowledged is on the disk', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const room = await openRoom()
  const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(writing.length).toBeGreaterThan(0)
  expect(writing.every(([, , options]) => (options as { durability?: string }).durability === 'strict')).toBe(true)
  transaction.mockRestore()
  expect(room.reviewId).not.toBe('')
})

test('[STO2] [DOC1] whichever write of a commit fails, the database has all of it or nothing', async () => {
  const room = await openRoom()
  const { db } = room.storage
  for (const failing of [1, 2, 3]) {
    const session = await room.open({ pace: { retryMs: 60_000 } })
    await session.settle()
    const before = [await db.commits.count(), await db.log.count()]
    const writes = failWrites((count) => count === failing)
    add(session, `Person ${failing}`)
    await eventually(() => saved(session).copies).toBe('one')
    expect([await db.commits.count(), await db.log.count()]).toEqual(before)
    writes.stop()
    await session.close()
  }
})

test('[STO5] a full disk under the database stops nothing; when there is room, everything is in both copies', async () => {
  const room = await openRoom()
  const session = await room.open()
  await session.settle()
  const writes = failWrites(() => true)
  for (const name of ['Ada', 'Bo', 'Cy']) add(session, name)
  await session.settle()
  const problem = 'Saved in the second copy. The copy in this browser is failing: the disk is full.'
  expect(saved(session)).toEqual({ copies: 'one', problem })
  const have = { reviewId: room.reviewId, clientId: 'profile-1', have: [] }
  expect(unwrap(await room.test.call('review:open', have)).log).toHaveLength(4)
  writes.stop()
  await eventually(() => saved(session).copies).toBe('both')
  const { docs } = await loadReview(room.storage.db, room.reviewId)
  expect(docs.record.getMap('people').size).toBe(3)
  expect(chainProblems(await readLog(room.storage.db, room.reviewId))).toEqual([])
})

test('[STO6] a database emptied behind our back gets everything again, with the next commit', async () => {
  const room = await openRoom()
  const session = await room.open()
  add(session, 'Ada')
  await session.settle()
  const { db } = room.storage
  await Promise.all([db.commits.clear(), db.log.clear(), db.meta.clear(), db.snapshots.clear()])
  add(session, 'Bo')
  await session.settle()
  const { docs } = await loadReview(db, room.reviewId)
  expect(docs.record.getMap('people').size).toBe(2)
  expect((await readLog(db, room.reviewId)).length).toBe(3)
})

test('[STO7] while the journal fails every commit waits its turn; then it gets them in order, once', async () => {
  const room = await openRoom()
  const session = await room.open()
  await session.settle()
  room.host.failWith('disk-full')
  for (const name of ['Ada', 'Bo', 'Cy']) add(session, name)
  await session.settle()
  expect(saved(session)).toEqual({ copies: 'one', problem: 'Saved here. The second copy is failing: the disk is full.' })
  room.host.failWith(null)
  await eventually(() => saved(session).copies).toBe('both')
  const { log } = unwrap(await room.test.call('review:open', { reviewId: room.reviewId, clientId: 'profile-1', have: [] }))
  expect(log.map(({ hash }) => hash)).toEqual((await session.log()).map(({ hash }) => hash))
})

test('[STO14] with both copies failing nothing is saved, and the words say why; the work stays on the screen', async () => {
  const room = await openRoom()
  const session = await room.open()
  await session.settle()
  room.host.failWith('unreachable')
  const writes = failWrites(() => true)
  add(session, 'Ada')
  await session.settle()
  const why = 'Not saved: the disk is full, and the program behind this page does not answer.'
  expect(saved(session)).toEqual({ copies: 'none', problem: why })
  expect(Object.values(session.store.getState().record.people)).toHaveLength(1)
  writes.stop()
  room.host.failWith(null)
  await eventually(() => saved(session)).toEqual({ copies: 'both', problem: '' })
})

test('[STO10] what one copy lacks is told by what was written and by what was deleted', () => {
  const [mine, theirs] = [emptyDocs(), emptyDocs()]
  mine.minutes.getText('t').insert(0, 'one two')
  const opened = () => ({ parts: wholeParts(theirs), has: stateVectors(theirs) }) as never
  applyParts(theirs, partsLacking(mine, opened()))
  expect(theirs.minutes.getText('t').toJSON()).toBe('one two')
  expect(partsLacking(mine, opened())).toEqual([])
  mine.minutes.getText('t').delete(0, 4)
  const lacking = partsLacking(mine, opened())
  expect(lacking).toHaveLength(1)
  applyParts(theirs, lacking)
  expect(theirs.minutes.getText('t').toJSON()).toBe('two')
})

test('[STO8] many stored updates are one transaction per document', () => {
  const source = new Y.Doc()
  const parts: { docId: 'minutes'; update: Uint8Array }[] = []
  source.on('update', (update: Uint8Array) => parts.push({ docId: 'minutes', update }))
  for (const word of ['a', 'b', 'c']) source.getText('t').insert(0, word)
  const docs = emptyDocs()
  const onTransaction = vi.fn()
  docs.minutes.on('afterTransaction', onTransaction)
  applyParts(docs, parts)
  expect(docs.minutes.getText('t').toJSON()).toBe('cba')
  expect(onTransaction).toHaveBeenCalledTimes(1)
})

test('[STO20] a new review is one commit in both copies; one copy is enough, none is told', async () => {
  const room = await openRoom()
  expect((await room.storage.db.commits.toArray()).map(({ log }) => log.length)).toEqual([1])
  room.host.failWith('disk-full')
  const here = unwrap(await createReview(room.storage, plainReview('only-here')))
  room.host.failWith(null)
  const writes = failWrites(() => true)
  const there = unwrap(await createReview(room.storage, plainReview('only-there')))
  room.host.failWith('disk-full')
  expect(await createReview(room.storage, plainReview('nowhere'))).toMatchObject({ ok: false, error: { kind: 'failed' } })
  room.host.failWith(null)
  writes.stop()
  for (const reviewId of [here, there])
    expect(unwrap(await readReview(room.storage, reviewId)).record.review['review']).toBeDefined()
  expect(await openReview(room.storage, 'nowhere')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

test('[STO14] [STO20] [STO7] a journal whose folder is gone is told as failing and tried again with pauses; a new review is kept here', async () => {
  let isGone = false
  const files = faultyFiles(({ path }) => (isGone && path.includes('reviews') ? 'ENOENT' : null))
  const room = await openRoom(undefined, { files })
  const session = await room.open()
  await session.settle()
  isGone = true
  const before = room.host.calls.length
  add(session, 'Ada')
  const problem = 'Saved here. The second copy is failing: the journal could not be written: the folder or file is gone.'
  await eventually(() => saved(session)).toEqual({ copies: 'one', problem })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(room.host.calls.length - before).toBeLessThan(10)
  expect(await createReview(room.storage, plainReview('only-here'))).toEqual({ ok: true, value: 'only-here' })
  isGone = false
  await eventually(() => saved(session)).toEqual({ copies: 'both', problem: '' })
})
