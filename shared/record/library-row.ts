import { z } from 'zod'
import { appraisalSchema } from '../decision/appraisal'
import { outcomes } from '../decision/decision'
import { calendarDate, id, instant, shortText, text } from '../review/fields'
import { reviewKinds, reviewStatuses } from '../review/review'
import type { RecordState } from './state'

/** One review as the library shows it. Derived from the record, never stored as a truth of its own. */
export const libraryRowSchema = z.object({
  id,
  title: shortText,
  subject: shortText,
  version: shortText,
  kind: z.enum(reviewKinds),
  status: z.enum(reviewStatuses),
  scheduledStart: instant.nullable(),
  createdAt: instant,
  outcome: z.enum(outcomes).nullable(),
  /** DEC7: in the place of the outcome. */
  appraisal: appraisalSchema.nullable(),
  /** Actions that are neither completed nor cancelled. */
  openActions: z.array(z.object({ id, number: z.number().int(), what: text, owner: shortText, due: calendarDate.nullable() })),
})
export type LibraryRow = z.infer<typeof libraryRowSchema>

/** The library's row of a review; null while the record has no review entity. */
export function libraryRow(record: RecordState): LibraryRow | null {
  const review = record.review['review']
  if (!review) return null
  const decision = Object.values(record.decisions).find(({ status }) => status === 'accepted')
  return {
    id: review.reviewId,
    title: review.title,
    subject: review.subject,
    version: review.version,
    kind: review.kind,
    status: review.status,
    scheduledStart: review.scheduledStart,
    createdAt: review.createdAt,
    outcome: decision?.outcome ?? null,
    appraisal: decision?.appraisal ?? null,
    openActions: Object.values(record.actions)
      .filter(({ status }) => status === 'needs-action' || status === 'in-process')
      .map(({ id: actionId, number, what, ownerId, due }) => ({
        id: actionId,
        number,
        what,
        owner: (ownerId && record.people[ownerId]?.name) ?? '',
        due,
      }))
      .sort((left, right) => left.number - right.number),
  }
}
