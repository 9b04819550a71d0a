import { useSyncExternalStore } from 'react'

/** What Chromium says of the displays without being asked for a permission, in both shells alike. */
interface ManagedScreen extends EventTarget {
  readonly isExtended?: boolean
}

/** Whether the browser knows of one display only; false where it does not tell. */
export function useOneDisplay(): boolean {
  return useSyncExternalStore(subscribe, () => screenOf().isExtended === false)
}

const screenOf = (): ManagedScreen => window.screen as unknown as ManagedScreen

function subscribe(listener: () => void): () => void {
  const own = screenOf()
  own.addEventListener?.('change', listener)
  return () => own.removeEventListener?.('change', listener)
}
