import { z } from 'zod'
import { durationMs, id, text } from '../review/fields'

export const preparationOutcomes = ['sufficient', 'insufficient'] as const
export type PreparationOutcome = (typeof preparationOutcomes)[number]

/** RDY4: how one person prepared; it has the person's id, so that each has one. */
export const preparationSchema = z.object({
  id,
  /** What was read. */
  materialIds: z.array(id).default([]),
  spentMs: durationMs.nullable().default(null),
  /** Null until somebody says. */
  outcome: z.enum(preparationOutcomes).nullable().default(null),
  note: text.default(''),
})
export type Preparation = z.infer<typeof preparationSchema>
