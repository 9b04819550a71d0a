import { expect, onTestFinished, test, vi } from 'vitest'
import { connectHost } from '../../renderer/host'
import type { HostEvent } from '../../shared/host-contract'

test('[DSK22] the page of the desktop shell says who listens as soon as somebody does, once', () => {
  const listeners: ((event: HostEvent) => void)[] = []
  const call = vi.fn(() => Promise.resolve({ ok: true, value: {} }))
  const onEvent = (listener: (event: HostEvent) => void) => {
    listeners.push(listener)
    return () => undefined
  }
  Object.assign(window, { reviewRoom: { call, onEvent } })
  onTestFinished(() => void Reflect.deleteProperty(window, 'reviewRoom'))
  const host = connectHost()
  const heard: HostEvent[] = []
  host.onEvent((event) => heard.push(event))
  host.onEvent(() => undefined)
  expect(call.mock.calls).toEqual([['app:hello', { clientId: host.clientId }]])
  listeners[0]?.({ type: 'library:changed' })
  expect(heard).toEqual([{ type: 'library:changed' }])
})
