import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { DeliveryRow } from '../../../renderer/features/archive/delivery-row'
import { isReplaced } from '../../../renderer/features/archive/delivery-words'
import { SavedNote } from '../../../renderer/features/archive/saved-note'
import { FailedDeliveries } from '../../../renderer/features/library/failed-deliveries'
import type { Host } from '../../../renderer/host'
import { DeliveriesProvider, deliveryStore } from '../../../renderer/storage/use-deliveries'
import { HostProvider } from '../../../renderer/storage/use-host'
import type { Delivery, HostEvent } from '../../../shared/host-contract'

const base: Delivery = {
  id: 'd1',
  reviewId: 'r',
  title: 'Solar forecast',
  kind: 'bundle',
  folder: '/share/reviews',
  files: [{ name: 'solar.zip', bytes: 2_000_000, sha512: 'a'.repeat(128), as: null }],
  state: 'queued',
  done: 0,
  savedAt: Date.parse('2026-11-24T10:00:00Z'),
  verifiedAt: null,
  problem: null,
}
const there = { ...base.files[0], as: 'solar.zip' } as Delivery['files'][number]
const failed: Delivery = {
  ...base,
  state: 'failed',
  problem: { kind: 'not-found', message: 'gone', nextTryAt: Date.parse('2026-11-24T10:05:00Z') },
}

function show(delivery: Delivery, others: readonly Delivery[] = []) {
  const call = vi.fn(() => Promise.resolve({ ok: true, value: {} }))
  const deliveries = createStore<readonly Delivery[]>(() => [delivery])
  const { container } = render(
    <HostProvider value={{ call } as unknown as Host}>
      <DeliveriesProvider value={deliveries}>
        <SavedNote delivery={base} isDirect={false} />
        <ul>
          <DeliveryRow delivery={delivery} timeZone="UTC" isReplaced={isReplaced(delivery, others)} />
        </ul>
        <FailedDeliveries />
      </DeliveriesProvider>
    </HostProvider>,
  )
  return { call, text: () => container.textContent }
}

test.each<[string, Partial<Delivery>, RegExp[]]>([
  [
    'waiting',
    {},
    [/Safe on this computer: solar\.zip, 2\.0 MB\. It goes to the folder by itself/, /waiting to be copied/, /Cancel/],
  ],
  ['copied', { state: 'copying', done: 500_000 }, [/Safe on this computer/, /Copying to the folder25%/, /Cancel/]],
  ['read back', { state: 'reading-back', done: 1_000_000 }, [/Reading back50%/]],
  [
    'delivered',
    { state: 'delivered', files: [there], verifiedAt: Date.parse('2026-11-24T10:01:00Z') },
    [/Saved and read back: solar\.zip/, /Delivered, whole when read back 24 November 2026, 10:01/, /Verify/],
  ],
  [
    'delivered under another name',
    { state: 'delivered', files: [{ ...there, as: 'solar (conflict copy).zip' }], verifiedAt: 1 },
    [/solar \(conflict copy\)\.zip/, /A different file had the name there/],
  ],
])('[DLV10] a delivery that is %s says so', (_state, patch, words) => {
  const { text } = show({ ...base, ...patch })
  for (const word of words) expect(text()).toMatch(word)
  expect(text()).not.toContain('Not delivered yet')
})

test('[DLV10] a failed delivery says why, what is safe and when it is tried again, also in the library, and can be tried at once', async () => {
  const { call, text } = show(failed)
  expect(text()).toContain('Not delivered: The folder is gone, or its drive is not connected. It is safe on this computer.')
  expect(text()).toContain('The next try is at 10:05, by itself.')
  expect(text()).toContain('Not delivered yet: Solar forecast, to /share/reviews. Safe on this computer.')
  for (const button of screen.getAllByRole('button', { name: 'Try again' })) await userEvent.click(button)
  expect(call.mock.calls).toEqual([1, 2].map(() => ['delivery:act', { deliveryId: 'd1', act: 'retry' }]))
  await userEvent.click(screen.getByRole('button', { name: 'Give up' }))
  const asked = within(screen.getByRole('alertdialog', { name: 'Give up delivering solar.zip?' }))
  expect(call.mock.calls).toHaveLength(2)
  await userEvent.click(asked.getByRole('button', { name: 'Give up' }))
  expect(call.mock.lastCall).toEqual(['delivery:act', { deliveryId: 'd1', act: 'cancel' }])
})

test('[DLV10] one whose place a later one has taken is not said to be there', () => {
  const old: Delivery = { ...base, state: 'delivered', files: [there], verifiedAt: 1 }
  const later = { ...old, id: 'd2', savedAt: old.savedAt + 1 }
  expect(show(old, [later]).text()).toMatch(/Delivered, and replaced since by one saved later/)
  expect(screen.queryByRole('button', { name: 'Verify' })).toBe(null)
  expect(
    show(old, [
      { ...later, folder: '/elsewhere' },
      { ...later, state: 'failed' },
    ]).text(),
  ).toMatch(/whole when read back/)
})

test('[DLV10] the page follows what the host tells, and reads all again when it is back', async () => {
  let tell: (event: HostEvent) => void = () => undefined
  const host = {
    call: vi.fn(() => Promise.resolve({ ok: true, value: { deliveries: [base] } })),
    onEvent: (listener: typeof tell) => void (tell = listener),
    onConnection: (listener: (state: string) => void) => listener('connected'),
  }
  const store = deliveryStore(host as unknown as Host)
  await vi.waitFor(() => expect(store.getState()).toEqual([base]))
  tell({ type: 'delivery:changed', delivery: failed })
  const later = { ...base, id: 'd2', savedAt: base.savedAt + 1 }
  tell({ type: 'delivery:changed', delivery: later })
  expect(store.getState()).toEqual([later, failed])
  tell({ type: 'delivery:changed', delivery: { ...failed, state: 'cancelled' } })
  expect(store.getState()).toEqual([later])
})
