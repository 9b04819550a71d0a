import { z } from 'zod'
import { type Collection, id, instant, order, shortText } from './fields'

/** MAT2: largest material, in bytes; `LARGEST_MATERIAL_WORDS` is the same for people. */
export const LARGEST_MATERIAL = 2 * 1024 ** 3
export const LARGEST_MATERIAL_WORDS = '2 GB'

/** What is looked at in the review. The bytes live in the host's store under their sha512. */
export const materialSchema = z.object({
  id,
  order,
  /** Name as it was imported; made safe only when written to a disk. */
  name: shortText,
  mediaType: shortText.default('application/octet-stream'),
  bytes: z.number().int().min(0),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
  addedAt: instant,
  /** Material that this one replaces; both are kept. */
  replaces: id.nullable().default(null),
})
export type Material = z.infer<typeof materialSchema>

/** 1, or one more than that of the material it replaces. */
export function versionOf(material: Material, materials: Collection<Material>): number {
  const seen = new Set<string>()
  for (let id = material.replaces; id !== null && !seen.has(id); id = materials[id]?.replaces ?? null) seen.add(id)
  return seen.size + 1
}
