import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Destination } from '../../../renderer/features/archive/destination'
import type { Host } from '../../../renderer/host'
import { HostProvider } from '../../../renderer/storage/use-host'

const home = { path: '/home', name: 'home', parent: null, folders: [], places: [], freeBytes: null, writable: true }

async function choose(answer: { path: string | null; ownPicker: boolean }) {
  const onChange = vi.fn()
  const call = vi.fn((name: string) => Promise.resolve({ ok: true, value: name === 'folder:choose' ? answer : home }))
  render(
    <HostProvider value={{ call } as unknown as Host}>
      <Destination folder={null} onChange={onChange} />
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
