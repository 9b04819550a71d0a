import { useCallback } from 'react'
import { createStore, useStore } from 'zustand'
import { useSession } from './use-review'

/** An item that somebody wants to start although something is missing. */
export interface WantedStart {
  readonly itemId: string
  readonly onStarted: () => void
}

const wanted = createStore<WantedStart | null>(() => null)

/** What the form that asks for the reason is open for; null while it is closed. */
export function useWantedStart(): readonly [WantedStart | null, () => void] {
  return [useStore(wanted), letGo]
}

function letGo(): void {
  wanted.setState(null, true)
}

/** Starts an item, or opens the form that names what is missing (RDY8); answers null, or in words why it was refused. */
export function useStart(): (itemId: string, onStarted?: () => void) => string | null {
  const session = useSession()
  return useCallback(
    (itemId, onStarted = () => undefined) => {
      const done = session.act('startItem', { itemId })
      if (done.ok) {
        onStarted()
        return null
      }
      if (done.error.rule !== 'RDY8') return done.error.message
      wanted.setState({ itemId, onStarted }, true)
      return null
    },
    [session],
  )
}
