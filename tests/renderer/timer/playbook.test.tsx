import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Host } from '../../../renderer/host'
import { Playbook } from '../../../renderer/features/timer/playbook'
import { deviceStore, DeviceProvider } from '../../../renderer/storage/use-device'
import { itemSchema } from '../../../shared/agenda/item'

const item = (playbook: string) => itemSchema.parse({ id: 'a', order: 'a0', title: 'Findings', plannedMs: 0, playbook })

test('[AGN14] how to hold the item is shown, one press turns it off for all, and the computer keeps that', async () => {
  const call = vi.fn(() => Promise.resolve({ ok: false }))
  const device = deviceStore({ call } as unknown as Host)
  const shown = (playbook: string) => (
    <DeviceProvider value={device}>
      <Playbook item={item(playbook)} />
    </DeviceProvider>
  )
  const { rerender } = render(shown('One point from each in turn.'))
  expect(screen.getByRole('note').textContent).toBe('One point from each in turn.')
  rerender(shown(''))
  expect(screen.queryByRole('note')).toBe(null)
  rerender(shown('Read it aloud.'))
  await userEvent.click(screen.getByRole('button', { name: 'Show no hints' }))
  expect(screen.queryByRole('note')).toBe(null)
  expect(call).toHaveBeenCalledWith('device:write', { playbook: false })
})
