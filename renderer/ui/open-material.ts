import { createContext, useContext } from 'react'

/** Opens a material over the place where one is, at a page and a region of it if it is a PDF; `among` are those to go on to. */
export type OpenMaterial = (materialId: string, among?: readonly string[], page?: number, region?: RegionOfPage | null) => void

/** In parts of the page's width and height, from its upper left. */
export type RegionOfPage = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>

const OpenMaterialContext = createContext<OpenMaterial>(() => undefined)
export const OpenMaterialProvider = OpenMaterialContext.Provider

export function useOpenMaterial(): OpenMaterial {
  return useContext(OpenMaterialContext)
}
