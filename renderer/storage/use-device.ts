import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Device, deviceSchema } from '../../shared/host-contract'
import type { Host } from '../host'

/** Preferences of this computer as screens see them, and the one way to change them. */
export interface DeviceStore extends StoreApi<Device> {
  /** Shown at once, then stored by the host. */
  readonly change: (patch: Partial<Device>) => void
  readonly refresh: () => Promise<void>
  /** Settled once the host has answered. */
  readonly isRead: Promise<void>
}

/** Reads the preferences from the host; until it answers they are the usual ones. */
export function deviceStore(host: Host): DeviceStore {
  const store = createStore<Device>(() => deviceSchema.parse({}))
  const refresh = async () => {
    const answer = await host.call('device:read', {})
    if (answer.ok) store.setState(answer.value)
  }
  return {
    ...store,
    refresh,
    isRead: refresh(),
    change(patch) {
      store.setState(patch)
      void host.call('device:write', patch)
    },
  }
}

const DeviceContext = createContext<DeviceStore | null>(null)

/** Gives the screens below it the preferences. */
export const DeviceProvider = DeviceContext.Provider

/** The preferences of this computer. */
export function useDevice(): DeviceStore & { readonly device: Device } {
  const store = useContext(DeviceContext)
  if (!store) throw new Error('the page has no device')
  return { ...store, device: useStore(store) }
}
