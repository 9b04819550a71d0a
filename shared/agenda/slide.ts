import { z } from 'zod'
import { id, instant } from '../review/fields'

/** A page of a material that stood on the wall during the meeting, so that minutes and feedback can say which. */
export const shownSlideSchema = z.object({
  id,
  at: instant,
  materialId: id,
  /** From 1. */
  page: z.number().int().min(1),
  /** The agenda item that ran; null between items. */
  itemId: id.nullable().default(null),
})
export type ShownSlide = z.infer<typeof shownSlideSchema>
