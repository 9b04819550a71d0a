import { z } from 'zod'
import { id, order, shortText, text } from '../review/fields'

export const MOST_LEVELS = 20
export const MOST_POINTS = 1000

/** `one`: one level holds. `sum`: each part that holds gives its points, as in a list of things to have. */
export const countings = ['one', 'sum'] as const
export type Counting = (typeof countings)[number]

export const levelSchema = z.object({ points: z.number(), anchor: text })
export type Level = z.infer<typeof levelSchema>

/** What the panel looks at, with its weight and what each level means. */
export const criterionSchema = z.object({
  id,
  order,
  name: shortText.min(1),
  weight: z.number().min(0).max(100),
  counts: z.enum(countings).default('one'),
  levels: z.array(levelSchema).default([]),
  /** With less the line has failed; null: no line is drawn. */
  passPoints: z.number().nullable().default(null),
})
export type Criterion = z.infer<typeof criterionSchema>

interface Scaled {
  readonly levels: readonly Level[]
  readonly counts: Counting
}

/** PAN2: where a criterion has no levels of its own, it is scored from 1 to 5. */
const usualLevels: readonly Level[] = [1, 2, 3, 4, 5].map((points) => ({ points, anchor: '' }))

export function levelsOf({ levels }: Pick<Scaled, 'levels'>): readonly Level[] {
  return levels.length > 0 ? levels : usualLevels // PAN2
}

/** The fewest and the most points a criterion can get. */
export function rangeOf(criterion: Scaled): { readonly least: number; readonly most: number } {
  const points = levelsOf(criterion).map((level) => level.points)
  return criterion.counts === 'sum' && criterion.levels.length > 0
    ? { least: 0, most: exact(points.reduce((sum, each) => sum + each, 0)) }
    : { least: Math.min(...points), most: Math.max(...points) }
}

/** Points of the levels at these places; null when they say nothing that counts. */
export function pointsAt(criterion: Scaled, levelsAt: readonly number[]): number | null {
  const chosen = levelsAt.map((at) => levelsOf(criterion)[at])
  if (chosen.some((level) => level === undefined) || new Set(levelsAt).size < levelsAt.length) return null
  const isSum = criterion.counts === 'sum' && criterion.levels.length > 0
  if (!isSum && chosen.length !== 1) return null
  return exact(chosen.reduce((sum, level) => sum + (level?.points ?? 0), 0))
}

/** Sums of tenths without what binary fractions add. */
export function exact(points: number): number {
  return Math.round(points * 1e6) / 1e6
}
