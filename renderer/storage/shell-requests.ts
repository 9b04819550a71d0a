import { createContext, useContext } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MenuEntry } from '../../shared/host-contract'
import type { Host } from '../host'

export interface GivenBundle {
  readonly stagingId: string
  readonly name: string
}

/** What the desktop asks of the page, in the order it came, until the page has done it. The browser shell asks nothing. */
export interface ShellRequests {
  readonly bundles: readonly GivenBundle[]
  readonly entries: readonly MenuEntry[]
}

export type ShellRequestStore = StoreApi<ShellRequests>

export function shellRequestStore(host: Pick<Host, 'onEvent'>): ShellRequestStore {
  const store = createStore<ShellRequests>(() => ({ bundles: [], entries: [] }))
  host.onEvent((event) => {
    if (event.type === 'bundle:given') {
      const { stagingId, name } = event
      store.setState(({ bundles }) => ({ bundles: [...bundles, { stagingId, name }] }))
    } else if (event.type === 'menu:chosen') store.setState(({ entries }) => ({ entries: [...entries, event.entry] }))
  })
  return store
}

const ShellRequestsContext = createContext<ShellRequestStore | null>(null)
export const ShellRequestsProvider = ShellRequestsContext.Provider

export function useShellRequests(): ShellRequestStore {
  const store = useContext(ShellRequestsContext)
  if (!store) throw new Error('the page has no shell')
  return store
}
