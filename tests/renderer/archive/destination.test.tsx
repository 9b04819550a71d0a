import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { Destination } from '../../../renderer/features/archive/destination'
import type { Host } from '../../../renderer/host'
import { DeliveriesProvider } from '../../../renderer/storage/use-deliveries'
import { HostProvider } from '../../../renderer/storage/use-host'
import type { Delivery } from '../../../shared/host-contract'

const home = { path: '/home', name: 'home', parent: null, folders: [], places: [], freeBytes: null, writable: true }

async function choose(answer: { path: string | null; ownPicker: boolean }) {
  const onChange = vi.fn()
  const call = vi.fn((name: string) => Promise.resolve({ ok: true, value: name === 'folder:choose' ? answer : home }))
  render(
    <HostProvider value={{ call } as unknown as Host}>
      <DeliveriesProvider value={createStore<readonly Delivery[]>(() => [])}>
        <Destination folder={null} onChange={onChange} />
      </DeliveriesProvider>
    </HostProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Choose folder' }))
  return onChange
}

test('[DSK14] what the dialog of the system answers is the destination', async () => {
  const onChange = await choose({ path: '/media/stick', ownPicker: false })
  await waitFor(() => expect(onChange).toHaveBeenCalledWith('/media/stick'))
  expect(screen.queryByRole('dialog')).toBe(null)
})

test('[DSK14] a cancelled dialog changes nothing', async () => {
  const onChange = await choose({ path: null, ownPicker: false })
  expect([onChange.mock.calls, screen.queryByRole('dialog')]).toEqual([[], null])
})

test('[DSK14] where the system has no dialog the page shows its own picker', async () => {
  const onChange = await choose({ path: null, ownPicker: true })
  await userEvent.click(await screen.findByRole('button', { name: 'Use this folder' }))
  expect(onChange).toHaveBeenCalledWith('/home')
})

test('a folder that went away since it was chosen is said to be gone once a delivery to it fails', async () => {
  const deliveries = createStore<readonly Delivery[]>(() => [])
  const call = vi.fn(() => Promise.resolve({ ok: true, value: home }))
  render(
    <HostProvider value={{ call } as unknown as Host}>
      <DeliveriesProvider value={deliveries}>
        <Destination folder="/home" onChange={vi.fn()} />
      </DeliveriesProvider>
    </HostProvider>,
  )
  await screen.findByText('Can be written to')
  call.mockResolvedValue({ ok: false } as never)
  act(() => deliveries.setState([{ id: 'd1', folder: '/home', state: 'failed' } as Delivery], true))
  await screen.findByText('Cannot be reached now')
})
