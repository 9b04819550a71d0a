import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { pendingCommits, readLog } from '../../../renderer/storage/commits'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { joinWindows } from '../../../renderer/storage/windows'
import { chainProblems } from '../../../shared/record/log'
import { unwrap } from '../../../shared/result'
import { isEqual } from '../../../shared/review/change'
import { bridgeTo, eventually, openRoom } from '../helpers/open-session'

const general = (session: ReviewSession) => session.docs.minutes.getXmlFragment('general')
const shown = (session: ReviewSession) => [session.store.getState().record, general(session).toJSON()]

function type(session: ReviewSession, text: string): void {
  general(session).insert(general(session).length, [new Y.XmlText(text)])
}

test('[STO4] typing is gathered into one commit, and goes before the verb that follows it', async () => {
  const room = await openRoom()
  const session = await room.open({ pace: { typingMs: 30 } })
  for (const letter of 'abc') type(session, letter)
  expect(session.store.getState().saved.copies).toBe('saving')
  await eventually(() => session.store.getState().saved.copies).toBe('both')
  type(session, 'd')
  unwrap(session.act('addPerson', { name: 'Ada' }))
  await session.settle()
  const rows = await room.storage.db.commits.toArray()
  expect(rows.map(({ parts }) => parts.map(({ docId }) => docId).join())).toEqual([
    'record',
    'minutes,minutes,minutes',
    'minutes',
    'record',
  ])
})

test('[STO11] two windows write at once, one of them offline for a time: both end equal, the log is one chain', async () => {
  const room = await openRoom()
  const bridge = bridgeTo(room.test)
  const [one, two] = [await room.open(), await room.open({ bridge })]
  for (let round = 0; round < 30; round++) {
    if (round === 10) bridge.cut()
    if (round === 20) bridge.join()
    for (const [at, session] of [one, two].entries()) {
      type(session, `${at}.${round} `)
      if (round % 3 === 0) unwrap(session.act('addCheck', { text: `${at}.${round}`, phase: 'preparation', side: 'presenter' }))
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await Promise.all([one.settle(), two.settle()])
  await eventually(() => isEqual(shown(one) as never, shown(two) as never)).toBe(true)
  expect(Object.keys(one.store.getState().record.checklist)).toHaveLength(20)
  const log = await readLog(room.storage.db, room.reviewId)
  expect([log.length, chainProblems(log)]).toEqual([21, []])
  await eventually(() => [one, two].map((session) => session.store.getState().saved.copies)).toEqual(['both', 'both'])
  const { log: inJournal } = unwrap(
    await room.test.call('review:open', { reviewId: room.reviewId, clientId: 'profile-1', have: [] }),
  )
  expect(new Set(inJournal.map(({ hash }) => hash))).toEqual(new Set(log.map(({ hash }) => hash)))
})

test('[STO11] windows see each other’s carets, and no longer after one closed', async () => {
  const room = await openRoom()
  const [one, two] = [await room.open(), await room.open()]
  one.awareness.setLocalStateField('user', { name: 'Ada' })
  const others = () => [...two.awareness.getStates()].filter(([id]) => id !== two.awareness.clientID).map(([, state]) => state)
  await eventually(others).toEqual([{ user: { name: 'Ada' } }])
  await one.close()
  await eventually(others).toEqual([])
})

test('[STO11] a window that closed rings no bell, also for what is stored late', () => {
  const windows = joinWindows('closed', new Y.Doc(), () => undefined)
  windows.stop()
  expect(() => windows.ring()).not.toThrow()
})

test('[STO3] what a window stored but could not send before it ended is sent by the other, and then marked', async () => {
  const room = await openRoom()
  const bridge = bridgeTo(room.test)
  const [ending, other] = [await room.open({ bridge }), await room.open()]
  bridge.cut()
  unwrap(ending.act('addPerson', { name: 'Ada' }))
  await eventually(() => Object.keys(other.store.getState().record.people)).toHaveLength(1)
  await ending.close()
  expect(await pendingCommits(room.storage.db, room.reviewId)).toHaveLength(1)
  await eventually(() => pendingCommits(room.storage.db, room.reviewId)).toEqual([])
  const { log } = unwrap(await room.test.call('review:open', { reviewId: room.reviewId, clientId: 'profile-1', have: [] }))
  expect(log.map(({ entry }) => entry.verb)).toEqual(['createReview', 'addPerson'])
})

test('[STO9] a garbled commit of another window comes from the journal, and those behind it are still read', async () => {
  const room = await openRoom()
  const [one, two] = [await room.open(), await room.open()]
  const { db } = room.storage
  await db.commits.add({
    id: 'bad',
    reviewId: room.reviewId,
    at: 1,
    log: [],
    parts: [{ docId: 'record', update: new Uint8Array([9, 9]) }],
  })
  unwrap(one.act('addPerson', { name: 'Ada' }))
  await eventually(() => Object.keys(two.store.getState().record.people)).toHaveLength(1)
  unwrap(one.act('addPerson', { name: 'Bo' }))
  await eventually(() => Object.keys(two.store.getState().record.people)).toHaveLength(2)
})
