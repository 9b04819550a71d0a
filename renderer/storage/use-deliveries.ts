import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Delivery } from '../../shared/host-contract'
import type { Host } from '../host'

/** What was saved from this computer as screens see it, the newest first. */
export type DeliveryStore = StoreApi<readonly Delivery[]>

/** Reads the list whenever the host is there again, and follows its events in between. */
export function deliveryStore(host: Host): DeliveryStore {
  const store = createStore<readonly Delivery[]>(() => [])
  const read = async () => {
    const answer = await host.call('delivery:list', {})
    if (answer.ok) store.setState(answer.value.deliveries, true)
  }
  host.onEvent((event) => {
    if (event.type !== 'delivery:changed') return
    const { delivery } = event
    const others = store.getState().filter(({ id }) => id !== delivery.id)
    const next = delivery.state === 'cancelled' ? others : [delivery, ...others]
    store.setState(
      next.sort((left, right) => right.savedAt - left.savedAt),
      true,
    )
  })
  host.onConnection((state) => void (state === 'connected' && read()))
  return store
}

/** Whether it goes to its folder and nothing of it is there yet: it may fail at once, or get on. */
export function isBeginning({ state, done }: Delivery): boolean {
  return (state === 'queued' || state === 'copying') && done === 0
}

const DeliveriesContext = createContext<DeliveryStore | null>(null)

/** Gives the screens below it the deliveries. */
export const DeliveriesProvider = DeliveriesContext.Provider

export function useDeliveries(): readonly Delivery[] {
  const store = useContext(DeliveriesContext)
  if (!store) throw new Error('the page has no deliveries')
  return useStore(store)
}
