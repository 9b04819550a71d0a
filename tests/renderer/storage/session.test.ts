import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openReview, readReview } from '../../../renderer/storage/review-storage'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { chainProblems, hashText } from '../../../shared/record/log'
import { unwrap } from '../../../shared/result'
import { eventually, openRoom, openSession } from '../helpers/open-session'
import { failWrites } from './failing-writes'

const names = (session: ReviewSession): string[] => Object.values(session.store.getState().record.people).map(({ name }) => name)
const verbsOf = async (session: ReviewSession): Promise<string[]> => (await session.log()).map(({ entry }) => entry.verb)

test('[STO15] a verb shows at once, is in both copies soon, with its line in the log', async () => {
  const session = await openSession()
  const before = session.store.getState()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  const after = session.store.getState()
  expect(names(session)).toEqual(['Ada'])
  expect(after.record.review['review']).toBe(before.record.review['review'])
  expect(after.saved.copies).toBe('saving')
  await session.settle()
  expect(session.store.getState().saved).toEqual({ copies: 'both', problem: '' })
  expect(await verbsOf(session)).toEqual(['createReview', 'addPerson'])
})

test('[STO15] undo and redo are verbs with lines of their own', async () => {
  const session = await openSession()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  unwrap(session.undo())
  expect(names(session)).toEqual([])
  unwrap(session.redo())
  expect(names(session)).toEqual(['Ada'])
  await session.settle()
  expect(await verbsOf(session)).toEqual(['createReview', 'addPerson', 'undo:addPerson', 'redo:addPerson'])
  expect(chainProblems(await session.log())).toEqual([])
})

test('[STO15] a minutes edit goes in the same commit as its record, and the undo of the text takes the record back', async () => {
  const room = await openRoom()
  const session = await room.open()
  const minutes = session.docs.minutes.getXmlFragment('general')
  const made = unwrap(session.act('addPerson', { name: 'Ada' }, () => minutes.insert(0, [new Y.XmlText('Ada came.')])))
  expect(session.undo()).toMatchObject({ ok: false, error: { rule: 'UND1' } })
  const back = unwrap(session.retract('Add a person', made))
  expect(names(session)).toEqual([])
  unwrap(session.retract('Add a person', back))
  expect(names(session)).toEqual(['Ada'])
  await session.settle()
  const rows = await room.storage.db.commits.toArray()
  expect(rows.map(({ parts }) => parts.map(({ docId }) => docId))).toEqual([
    ['record'],
    ['record', 'minutes'],
    ['record'],
    ['record'],
  ])
})

test('[STO15] the undo of the text leaves a record that somebody changed since', async () => {
  const session = await openSession()
  const made = unwrap(session.act('addPerson', { name: 'Ada' }, () => undefined))
  const personId = String(made[0]?.path[1])
  unwrap(session.act('editPerson', { personId, name: 'Ada L.' }))
  expect(session.retract('Add a person', made)).toMatchObject({ ok: false, error: { rule: 'UND2' } })
  expect(names(session)).toEqual(['Ada L.'])
})

test('[STO15] undo is refused after somebody else changed it, and says who', async () => {
  const room = await openRoom()
  const [mine, theirs] = [await room.open(), await room.open()]
  const [{ path } = { path: [] }] = unwrap(mine.act('addPerson', { name: 'Ada' }))
  const personId = String(path[1])
  await mine.settle()
  await eventually(() => names(theirs)).toEqual(['Ada'])
  theirs.operateAs(personId)
  unwrap(theirs.act('editPerson', { personId, name: 'Ada L.' }))
  await theirs.settle()
  await eventually(() => names(mine)).toEqual(['Ada L.'])
  const message = '“Add a person” was not undone: Ada L. changed it since.'
  expect(mine.undo()).toEqual({ ok: false, error: { kind: 'refused', rule: 'UND2', message } })
  expect(names(mine)).toEqual(['Ada L.'])
})

test('[STO16] the journal alone brings a review back, and so does the database alone', async () => {
  const room = await openRoom()
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  await session.close()
  await room.storage.db.delete({ disableAutoOpen: false })
  const fromJournal = unwrap(await readReview(room.storage, room.reviewId))
  expect(Object.values(fromJournal.record.people)).toMatchObject([{ name: 'Ada' }])
  room.host.cut()
  const fromDatabase = unwrap(await openReview(room.storage, room.reviewId))
  expect(names(fromDatabase)).toEqual(['Ada'])
  expect(fromDatabase.store.getState().saved.copies).toBe('one')
  expect(await verbsOf(fromDatabase)).toEqual(['createReview', 'addPerson'])
  await fromDatabase.close()
})

test('[STO16] the journal alone is enough while the database refuses everything', async () => {
  const room = await openRoom()
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.close()
  failWrites(() => true)
  const fresh = await room.open({ indexedDB: new IDBFactory() })
  expect(names(fresh)).toEqual(['Ada'])
  unwrap(fresh.act('addPerson', { name: 'Bo' }))
  await fresh.settle()
  expect(fresh.store.getState().saved.copies).toBe('one')
  expect(chainProblems(await fresh.log())).toEqual([])
})

test('[STO16] a journal that was deleted is filled again from the database', async () => {
  const room = await openRoom()
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.close()
  const other = await openRoom()
  const moved = await room.open({ bridge: other.host })
  await moved.settle()
  const have = { reviewId: room.reviewId, clientId: 'profile-1', have: [] }
  const { parts, log } = unwrap(await other.test.call('review:open', have))
  const record = new Y.Doc()
  parts.filter(({ docId }) => docId === 'record').forEach(({ update }) => Y.applyUpdate(record, update))
  expect(Object.values(record.getMap('people').toJSON())).toMatchObject([{ name: 'Ada' }])
  expect(log).toHaveLength(2)
})

test('[STO23] ending an item puts the salted hash of its minutes into the log', async () => {
  const session = await openSession()
  const [{ path } = { path: [] }] = unwrap(session.act('addItem', { title: 'Data', kind: 'presentation', plannedMs: 60_000 }))
  const itemId = String(path[1])
  unwrap(session.act('startItem', { itemId }))
  session.docs.minutes.getXmlFragment(`item:${itemId}`).insert(0, [new Y.XmlText('All data is ours.')])
  unwrap(session.act('endItem', {}))
  await session.settle()
  const { payload } = (await session.log()).at(-1) ?? {}
  const proof = payload?.changes.find(({ doc }) => doc === 'minutes')
  expect(proof?.path).toEqual(['minutes', `item:${itemId}`, 'text'])
  expect(proof?.after).toBe(`sha512:${hashText(`${payload?.salt}All data is ours.`).slice(0, 32)}`)
})

test('[STO24] a change of the clock is recorded once, however many windows hear of it', async () => {
  let [wall, boot] = [1_000_000, 0]
  const room = await openRoom(undefined, { clocks: { wall: () => wall, sinceBoot: () => boot } })
  const [one, two] = [await room.open(), await room.open()]
  wall += 3_600_000
  boot += 10
  const timer = (session: ReviewSession) => Object.values(session.store.getState().record.timer)
  await eventually(() => timer(one)).toHaveLength(1)
  await Promise.all([one.settle(), two.settle()])
  expect(timer(two)).toMatchObject([{ kind: 'clockChanged' }])
  expect(one.store.getState().history.done).toEqual([])
})
