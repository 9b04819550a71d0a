import { useEffect, useSyncExternalStore } from 'react'

/** An act that has no key of its own and is found by its words: an item to start, a material to open. */
export interface Command {
  /** Unique among all on display. */
  readonly id: string
  readonly label: string
  readonly group: string
  readonly act: () => void
}

const offers = new Set<readonly Command[]>()
const listeners = new Set<() => void>()
let offered: readonly Command[] = []

function retell(): void {
  offered = [...offers].flat()
  listeners.forEach((listener) => listener())
}

/** Offers acts to the palette while the component is on display. `commands` must keep its identity while nothing changes. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    if (commands.length === 0) return
    offers.add(commands)
    retell()
    return () => {
      offers.delete(commands)
      retell()
    }
  }, [commands])
}

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => offered,
  )
}
