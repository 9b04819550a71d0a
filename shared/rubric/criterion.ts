import { z } from 'zod'
import { id, order, shortText, text } from '../review/fields'

/** What the panel looks at, with its weight and what each level means. Scores come with the panel. */
export const criterionSchema = z.object({
  id,
  order,
  name: shortText.min(1),
  weight: z.number().min(0).max(100),
  levels: z.array(z.object({ points: z.number(), anchor: text })).default([]),
})
export type Criterion = z.infer<typeof criterionSchema>
