import { z } from 'zod'
import { type Collection, id } from '../review/fields'
import type { Material } from '../review/materials'

const part = z.number().min(0).max(1)

/** FB14: a rectangle on a page, in parts of the page's width and height from its upper left. */
export const regionSchema = z
  .object({ x: part, y: part, width: part, height: part })
  .refine(({ x, y, width, height }) => x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9, 'the region leaves the page')
export type Region = z.infer<typeof regionSchema>

/** FB14: where on which page; without a region the whole page. */
export const placeSchema = z.object({ materialId: id, page: z.number().int().min(1), region: regionSchema.nullable() })
export type Place = z.infer<typeof placeSchema>

const rows = ['upper', '', 'lower'] as const
const columns = ['left', '', 'right'] as const

/** FB14: `deck.pdf, page 7, upper left`. */
export function placeWords({ materialId, page, region }: Place, materials: Collection<Pick<Material, 'name'>>): string {
  const name = materials[materialId]?.name ?? 'a removed material'
  return [name, `page ${page}`, region === null ? '' : regionWords(region)].filter(Boolean).join(', ')
}

function regionWords({ x, y, width, height }: Region): string {
  const third = (middle: number): number => Math.min(2, Math.floor(middle * 3))
  const words = [rows[third(y + height / 2)], columns[third(x + width / 2)]].filter(Boolean).join(' ')
  return words === '' ? 'middle' : words
}

/** FB14: where an item is, in words: its place, and what was written about it; '' for neither. */
export function whereWords(
  { place, location }: { readonly place: Place | null; readonly location: string },
  materials: Collection<Pick<Material, 'name'>>,
): string {
  return [place ? placeWords(place, materials) : '', location].filter((part) => part.trim() !== '').join('; ')
}
