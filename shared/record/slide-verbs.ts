import type { z } from 'zod'
import { shownSlideSchema } from '../agenda/slide'
import { fail, ok } from '../result'
import { create, refusal } from '../review/change'
import { compare } from '../review/fields'
import type { Verb } from '../review/verb'
import { timelineOf } from '../timer/timeline'
import type { ReviewState } from './state'

export const showSlideInput = shownSlideSchema.pick({ materialId: true, page: true })

/** SLD3: notes the page on the wall, once while it stays and the item is the same; only while a meeting goes on. */
export const showSlide: Verb<ReviewState, z.infer<typeof showSlideInput>> = (
  { record },
  { materialId, page },
  { newId, now },
) => {
  if (!record.materials[materialId]) return fail(refusal('SLD3', 'This material was removed.'))
  if (record.review['review']?.status !== 'in-progress') return ok([]) // SLD3
  const itemId = timelineOf(record.timer).activeItemId
  const last = slidesInOrder(record).at(-1)
  if (last?.materialId === materialId && last.page === page && last.itemId === itemId) return ok([]) // SLD3
  return ok([create('slides', shownSlideSchema.parse({ id: newId(), at: now, materialId, page, itemId }))])
}

/** Pages in the order in which they were shown. */
export function slidesInOrder({ slides }: Pick<ReviewState['record'], 'slides'>) {
  return Object.values(slides).sort((left, right) => compare(left.at, right.at) || compare(left.id, right.id))
}
