import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { compact } from '../../../renderer/storage/compact'
import { snapshotsOf } from '../../../renderer/storage/commits'
import { loadReview } from '../../../renderer/storage/load'
import { readReview } from '../../../renderer/storage/review-storage'
import { unwrap } from '../../../shared/result'
import { eventually, openRoom, type Room } from '../helpers/open-session'
import { failWrites } from './failing-writes'

async function roomWithPeople(names: readonly string[]): Promise<Room> {
  const room = await openRoom()
  const session = await room.open()
  for (const name of names) unwrap(session.act('addPerson', { name }))
  await session.close()
  return room
}

const peopleIn = async ({ storage, reviewId }: Room): Promise<number> =>
  (await loadReview(storage.db, reviewId)).docs.record.getMap('people').size

async function more(room: Room, name: string): Promise<void> {
  const session = await room.open()
  unwrap(session.act('addPerson', { name }))
  await session.close()
}

test('[STO12] many commits become a snapshot by themselves; the one before is kept with its commits', async () => {
  const room = await openRoom()
  const session = await room.open({ pace: { compactAt: 10 } })
  const { db } = room.storage
  for (let round = 1; round <= 3; round++) {
    for (let count = 0; count < 10; count++) unwrap(session.act('addPerson', { name: `${round}.${count}` }))
    await session.settle()
    await eventually(async () => (await snapshotsOf(db, room.reviewId)).at(-1)?.generation).toBe(round)
  }
  expect((await snapshotsOf(db, room.reviewId)).map(({ generation }) => generation)).toEqual([2, 3])
  expect(await db.commits.count()).toBeLessThan(15)
  expect(await peopleIn(room)).toBe(30)
})

test('[STO12] cut short at whichever write, compaction leaves the old or the new state', async () => {
  const room = await roomWithPeople(['Ada', 'Bo'])
  const { db } = room.storage
  await compact(db, room.reviewId, 1)
  await more(room, 'Cy')
  let isDone = false
  for (let failing = 1; !isDone; failing++) {
    const writes = failWrites((count) => count === failing)
    isDone = await compact(db, room.reviewId, 2).then(
      () => true,
      () => false,
    )
    writes.stop()
    expect((await snapshotsOf(db, room.reviewId)).length).toBe(isDone ? 2 : 1)
    expect(await peopleIn(room)).toBe(3)
    expect(failing).toBeLessThan(20)
  }
})

test('[STO12] a snapshot does not keep deleted text', async () => {
  const room = await openRoom()
  const session = await room.open()
  const text = new Y.XmlText('canary-4711')
  session.docs.minutes.getXmlFragment('general').insert(0, [text])
  await session.settle()
  text.delete(0, 11)
  await session.close()
  await compact(room.storage.db, room.reviewId, 1)
  const [snapshot] = await snapshotsOf(room.storage.db, room.reviewId)
  const bytes = snapshot?.parts.flatMap(({ update }) => [...update]) ?? []
  expect(bytes.length).toBeGreaterThan(0)
  expect(String.fromCharCode(...bytes)).not.toContain('canary')
})

test('[STO9] a garbled snapshot falls back to the one before, a garbled commit to the journal; told and mended', async () => {
  const room = await roomWithPeople(['Ada'])
  const { db } = room.storage
  await compact(db, room.reviewId, 1)
  await more(room, 'Bo')
  await compact(db, room.reviewId, 2)
  await more(room, 'Cy')
  const bad = (await snapshotsOf(db, room.reviewId)).at(-1)
  if (bad?.parts[0]) bad.parts[0].update[20] = (bad.parts[0].update[20] ?? 0) ^ 1
  if (bad) await db.snapshots.put(bad)
  expect(await peopleIn(room)).toBe(3)
  const last = await db.commits.toCollection().last()
  if (last) await db.commits.put({ ...last, parts: [{ docId: 'record', update: new Uint8Array([9, 9, 9]) }] })
  expect(await peopleIn(room)).toBe(2)
  const session = await room.open()
  expect(Object.keys(session.store.getState().record.people)).toHaveLength(3)
  const told = 'Part of the copy in this browser could not be read. It was restored from the second copy.'
  expect(session.store.getState().notices).toEqual([told])
  await session.close()
  const again = await room.open()
  expect(again.store.getState().notices).toEqual([])
  expect(Object.keys(unwrap(await readReview(room.storage, room.reviewId)).record.people)).toHaveLength(3)
})
