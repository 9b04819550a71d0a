import { act, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { DeliveryRow } from '../../../renderer/features/archive/delivery-row'
import { isReplaced } from '../../../renderer/features/archive/delivery-words'
import { SavedNote } from '../../../renderer/features/archive/saved-note'
import { FailedDeliveries } from '../../../renderer/features/library/failed-deliveries'
import type { Host } from '../../../renderer/host'
import { DeliveriesProvider, deliveryStore, useDeliveries } from '../../../renderer/storage/use-deliveries'
import { HostProvider } from '../../../renderer/storage/use-host'
import type { Delivery, HostEvent } from '../../../shared/host-contract'
import type { LibraryRow } from '../../../shared/record/library-row'

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
  problem: {
    kind: 'not-found',
    message: 'gone',
    triedAt: Date.parse('2026-11-24T10:02:00Z'),
    nextTryAt: Date.parse('2026-11-24T10:05:00Z'),
  },
}

function show(delivery: Delivery, others: readonly Delivery[] = []) {
  const call = vi.fn(() => Promise.resolve({ ok: true, value: {} }))
  const onOpen = vi.fn()
  const deliveries = createStore<readonly Delivery[]>(() => [delivery])
  function Row() {
    const [one = delivery] = useDeliveries()
    return <DeliveryRow delivery={one} timeZone="UTC" isReplaced={isReplaced(one, others)} />
  }
  const { container } = render(
    <HostProvider value={{ call } as unknown as Host}>
      <DeliveriesProvider value={deliveries}>
        <SavedNote delivery={base} isDirect={false} />
        <ul>
          <Row />
        </ul>
        <FailedDeliveries reviews={[{ id: 'r' } as LibraryRow]} onOpen={onOpen} />
      </DeliveriesProvider>
    </HostProvider>,
  )
  return { call, onOpen, deliveries, text: () => container.textContent }
}

test.each<[string, Partial<Delivery>, RegExp[]]>([
  ['waiting', {}, [/Safe on this computer\. It goes to the folder by itself/, /waiting to be copied/, /Cancel/]],
  ['copied', { state: 'copying', done: 500_000 }, [/Safe on this computer/, /Copying to the folder25%/, /Cancel/]],
  ['read back', { state: 'reading-back', done: 1_000_000 }, [/Reading back50%/]],
  [
    'delivered',
    {
      state: 'delivered',
      files: [there, { ...there, name: 'solar-minutes.pdf', bytes: 900_000, as: null }],
      verifiedAt: Date.parse('2026-11-24T10:01:00Z'),
    },
    [
      // The size of the bundle itself, without what lies beside it.
      /10:00, 2\.0 MB, in \/share/,
      /Saved and read back\./,
      /Delivered, and checked by reading it back: 24 November 2026, 10:01/,
      /Verify/,
    ],
  ],
  [
    'delivered under another name',
    { state: 'delivered', files: [{ ...there, as: 'solar (conflict copy).zip' }], verifiedAt: 1 },
    [/solar \(conflict copy\)\.zip/, /A different file had the name there/],
  ],
])('[DLV10] a delivery that is %s says so', (_state, patch, words) => {
  const { text } = show({ ...base, ...patch })
  for (const word of words) expect(text()).toMatch(word)
  expect(text()?.match(/solar( \(conflict copy\))?\.zip/g)).toHaveLength(1)
  expect(text()).not.toContain('Not delivered yet')
})

test('[DLV10] a failed delivery says why, what is safe and when it is tried again, also in the library, and can be tried at once', async () => {
  const { call, onOpen, text } = show(failed)
  expect(text()).toContain('Not delivered: The folder is gone, or its drive is not connected. It is safe on this computer.')
  expect(text()).toContain('Tried at 10:02. The next try is at 10:05, by itself, also after a restart.')
  expect(text()).toContain('Not delivered yet: Solar forecast, to /share/reviews. Safe on this computer.')
  expect(text().match(/The folder is gone/g)).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Archive of Solar forecast' }))
  expect(onOpen).toHaveBeenCalledWith('r')
  for (const button of screen.getAllByRole('button', { name: 'Try again' })) await userEvent.click(button)
  expect(call.mock.calls).toEqual([1, 2].map(() => ['delivery:act', { deliveryId: 'd1', act: 'retry' }]))
  await userEvent.click(screen.getByRole('button', { name: 'Give up' }))
  const asked = within(screen.getByRole('alertdialog', { name: 'Give up delivering solar.zip?' }))
  expect(call.mock.calls).toHaveLength(2)
  await userEvent.click(asked.getByRole('button', { name: 'Give up' }))
  expect(call.mock.lastCall).toEqual(['delivery:act', { deliveryId: 'd1', act: 'cancel' }])
})

test('[DLV11] a try that fails at once is seen for a moment, the keyboard stays, and the time of it is told', () => {
  vi.useFakeTimers()
  const { call, deliveries, text } = show(failed)
  const again = within(screen.getByRole('listitem')).getByRole('button', { name: 'Try again' })
  again.focus()
  fireEvent.click(again)
  const course: Partial<Delivery>[] = [
    { state: 'queued', problem: null },
    { state: 'copying', problem: null },
    { problem: { kind: 'not-found', message: 'gone', triedAt: Date.parse('2026-11-24T10:03:00Z'), nextTryAt: null } },
  ]
  for (const step of course) {
    act(() => deliveries.setState([{ ...failed, ...step }], true))
    expect(text()).toContain('Trying …')
    expect(text()).not.toContain('Not delivered:')
    fireEvent.click(again)
  }
  expect(call).toHaveBeenCalledOnce()
  act(() => void vi.advanceTimersByTime(600))
  vi.useRealTimers()
  expect(text()).toMatch(/Not delivered: The folder is gone.*Tried again at 10:03\./)
  expect(document.activeElement).toBe(again)
})

test('[DLV11] in the library, too, a try is seen', async () => {
  const { call, deliveries, text } = show(failed)
  await userEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1] as HTMLElement)
  act(() => deliveries.setState([{ ...failed, state: 'copying', problem: null }], true))
  expect(text()).toContain('Trying again: Solar forecast, to /share/reviews')
  act(() => deliveries.setState([failed], true))
  await vi.waitFor(() => expect(text()).toContain('Not delivered yet: Solar forecast'))
  expect(call).toHaveBeenCalledOnce()
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
  ).toMatch(/checked by reading it back/)
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
