import { z } from 'zod'
import { id, instant, order, text } from '../review/fields'
import { sides } from '../review/review'

/** A question known before the meeting: filed by a reviewer, or expected by a presenter. */
export const preparedQuestionSchema = z.object({
  id,
  order,
  side: z.enum(sides),
  /** The agenda item it belongs to; null: to none. */
  itemId: id.nullable().default(null),
  text: text,
  /** What the presenters mean to say. */
  answer: text.default(''),
  askedBy: id.nullable().default(null),
  /** When it was put into the queue. */
  usedAt: instant.nullable().default(null),
})
export type PreparedQuestion = z.infer<typeof preparedQuestionSchema>
