import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { utilityHand } from '../../../electron/desktop/courier-process'

const child = vi.hoisted((): { current: unknown } => ({ current: null }))
vi.mock('electron', () => ({ utilityProcess: { fork: () => child.current } }))

test('[DLV6] a courier that dies of a fatal error takes nothing with it', () => {
  const process = new EventEmitter()
  child.current = process
  const ends: string[] = []
  utilityHand('/none/courier.js').onEnd((why) => void ends.push(why))
  process.emit('error', 'FatalError', '', '')
  process.emit('exit', 1)
  expect(ends).toEqual(['error', ''])
})
