import { fireEvent } from '@testing-library/react'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { eventually, openRoom } from '../helpers/open-session'
import { failWrites } from './failing-writes'

test('[STO25] leaving hands over what was typed, and asks only when nothing was saved', async () => {
  const room = await openRoom()
  const session = await room.open({ pace: { typingMs: 60_000 } })
  const type = () => session.docs.minutes.getXmlFragment('general').insert(0, [new Y.XmlText('last words')])
  const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  type()
  fireEvent(window, new Event('pagehide'))
  await eventually(() => room.storage.db.commits.count()).toBe(2)
  expect(isAsked()).toBe(false)
  room.host.failWith('disk-full')
  const writes = failWrites(() => true)
  type()
  expect(isAsked()).toBe(false)
  await eventually(() => session.store.getState().saved.copies).toBe('none')
  expect(isAsked()).toBe(true)
  writes.stop()
  room.host.failWith(null)
  await session.close()
  expect(isAsked()).toBe(false)
})
