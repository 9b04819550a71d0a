import { createContext, useContext } from 'react'

/** Goes to the history, of an agenda item or of all. */
export type ShowHistory = (itemId?: string) => void

const ShowHistoryContext = createContext<ShowHistory>(() => undefined)
export const ShowHistoryProvider = ShowHistoryContext.Provider

export function useShowHistory(): ShowHistory {
  return useContext(ShowHistoryContext)
}
