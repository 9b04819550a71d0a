import { z } from 'zod'
import { id, instant, order, shortText } from './fields'
import { phases, sides } from './review'

/** One line of what a side prepares or does in a phase. */
export const checkSchema = z.object({
  id,
  order,
  phase: z.enum(phases),
  side: z.enum(sides),
  text: shortText,
  doneAt: instant.nullable().default(null),
})
export type Check = z.infer<typeof checkSchema>
