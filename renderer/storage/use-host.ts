import { createContext, useContext } from 'react'
import type { Host } from '../host'

const HostContext = createContext<Host | null>(null)

/** Gives the screens below it the bridge to the host. */
export const HostProvider = HostContext.Provider

/** The bridge to the host. Throws outside of a `HostProvider`. */
export function useHost(): Host {
  const host = useContext(HostContext)
  if (!host) throw new Error('the page has no host')
  return host
}
