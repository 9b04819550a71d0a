import { createContext, useContext } from 'react'

/** Goes to another material in the open viewer. */
export type Show = (materialId: string) => void

const ShowContext = createContext<Show>(() => undefined)
export const ShowProvider = ShowContext.Provider

export function useShow(): Show {
  return useContext(ShowContext)
}
