import type { CSSProperties } from 'react'
import type { RegionOfPage } from './open-material'

/** Where a region given in parts of a page lies over it. */
export function regionStyle(region: RegionOfPage): CSSProperties {
  const percent = (part: number): string => `${part * 100}%`
  return {
    left: percent(region.x),
    top: percent(region.y),
    width: percent(region.width),
    height: percent(region.height),
  }
}
