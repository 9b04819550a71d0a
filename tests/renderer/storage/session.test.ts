import { expect, test } from 'vitest'
import { openReview, readReview } from '../../../renderer/storage/review-storage'
import { chainProblems } from '../../../shared/record/log'
import { unwrap } from '../../../shared/result'
import { openRoom, openSession } from '../helpers/open-session'

test('[STO15] a verb shows at once, is in both copies soon, with its line in the log', async () => {
  const room = await openRoom()
  const session = await room.open()
  const before = session.store.getState()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  const after = session.store.getState()
  expect(Object.values(after.record.people)).toMatchObject([{ name: 'Ada' }])
  expect(after.record.review['review']).toBe(before.record.review['review'])
  expect(after.saved.copies).toBe('saving')
  await session.settle()
  expect(session.store.getState().saved).toEqual({ copies: 'both', problem: '' })
  const lines = await session.log()
  expect(lines.map(({ entry }) => entry.verb)).toEqual(['createReview', 'addPerson'])
  expect(chainProblems(lines)).toEqual([])
})

test('[STO16] the journal alone brings a review back, and the database alone', async () => {
  const room = await openRoom()
  const session = await room.open()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  await session.close()
  await room.storage.db.delete()
  await room.storage.db.open()
  const fromJournal = unwrap(await readReview(room.storage, room.reviewId))
  expect(Object.values(fromJournal.record.people)).toMatchObject([{ name: 'Ada' }])
  room.host.cut()
  const fromDatabase = unwrap(await openReview(room.storage, room.reviewId))
  expect(Object.values(fromDatabase.store.getState().record.people)).toMatchObject([{ name: 'Ada' }])
  expect(fromDatabase.store.getState().saved.copies).toBe('one')
  await fromDatabase.close()
})

test('undo and redo are commits of their own', async () => {
  const session = await openSession()
  unwrap(session.act('addPerson', { name: 'Ada' }))
  unwrap(session.undo())
  expect(session.store.getState().record.people).toEqual({})
  unwrap(session.redo())
  expect(Object.values(session.store.getState().record.people)).toMatchObject([{ name: 'Ada' }])
  await session.settle()
  expect((await session.log()).map(({ entry }) => entry.verb)).toEqual([
    'createReview',
    'addPerson',
    'undo:addPerson',
    'redo:addPerson',
  ])
})
