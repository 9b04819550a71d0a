import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Deck } from '../../pdf/deck'

/** The slides in hand, read from their file. */
export interface DeckState {
  readonly materialId: string | null
  readonly reading: 'none' | 'reading' | 'read' | 'failed'
  /** Why they cannot be read, to go into a sentence. */
  readonly why: string
  readonly deck: Deck | null
  /** Pictures at the wall's size by the key under which they go there; the newest few. */
  readonly pictures: Readonly<Record<string, string>>
}

export function createDeckStore(): StoreApi<DeckState> {
  return createStore<DeckState>(() => noDeck)
}

export const noDeck: DeckState = { materialId: null, reading: 'none', why: '', deck: null, pictures: {} }

const DeckContext = createContext<StoreApi<DeckState> | null>(null)
export const DeckProvider = DeckContext.Provider

export function useDeckStore(): StoreApi<DeckState> {
  const store = useContext(DeckContext)
  if (!store) throw new Error('there are no slides here')
  return store
}

/** The drawn page of this key; null while there is none. */
export function useSlidePicture(key: string | null): string | null {
  return useStore(useDeckStore(), ({ pictures }) => (key === null ? null : (pictures[key] ?? null)))
}
