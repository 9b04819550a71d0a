import { createContext, useContext } from 'react'

/** Opens a material over the place where one is, at a page if it is a PDF; `among` are those to go on to. */
export type OpenMaterial = (materialId: string, among?: readonly string[], page?: number) => void

const OpenMaterialContext = createContext<OpenMaterial>(() => undefined)
export const OpenMaterialProvider = OpenMaterialContext.Provider

export function useOpenMaterial(): OpenMaterial {
  return useContext(OpenMaterialContext)
}
