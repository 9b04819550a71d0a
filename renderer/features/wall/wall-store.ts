import { createContext, useContext } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WallChoice } from '../../../shared/wall/wall-view'

/** What this window shows on the wall; `isShowing` false: another window does, or nobody yet. */
export interface WallState {
  readonly choice: WallChoice
  readonly isShowing: boolean
}

const KEPT = 'review-room-wall-choice'

/** Session state of one review's wall. It survives a reload of this window. */
export function createWallStore(reviewId: string): StoreApi<WallState> {
  const key = `${KEPT}-${reviewId}`
  const store = createStore<WallState>(() => kept(key) ?? { choice: { kind: 'item' }, isShowing: false })
  store.subscribe((state) => sessionStorage.setItem(key, JSON.stringify(state)))
  return store
}

function kept(key: string): WallState | null {
  const text = sessionStorage.getItem(key)
  return text === null ? null : (JSON.parse(text) as WallState)
}

const WallContext = createContext<StoreApi<WallState> | null>(null)
export const WallProvider = WallContext.Provider

export function useWallStore(): StoreApi<WallState> {
  const store = useContext(WallContext)
  if (!store) throw new Error('there is no wall here')
  return store
}
