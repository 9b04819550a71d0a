import { createContext, useContext } from 'react'
import type { StoreApi } from 'zustand'
import type { Library } from './library'
import type { ReviewStorage } from './review-storage'

export interface Storage {
  readonly storage: ReviewStorage
  readonly library: StoreApi<Library>
}

const StorageContext = createContext<Storage | null>(null)

/** Gives the screens below it this computer's reviews. */
export const StorageProvider = StorageContext.Provider

/** This computer's reviews. Throws outside of a `StorageProvider`. */
export function useStorage(): Storage {
  const storage = useContext(StorageContext)
  if (!storage) throw new Error('the page has no storage')
  return storage
}
