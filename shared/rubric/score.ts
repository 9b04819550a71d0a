import { z } from 'zod'
import { id, instant, text } from '../review/fields'

export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

/** What one person says of one criterion: the levels that hold and how sure they are, or why they are recused. */
export const markSchema = z.object({
  criterionId: id,
  /** Places in the list of levels. */
  levelsAt: z.array(z.number().int().min(0).max(999)).max(20).default([]),
  /** Null where somebody is recused. */
  confidence: z.enum(confidences).nullable().default(null),
  comment: text.default(''),
  /** PAN6: why this person does not score it; '' for who does. */
  recusal: text.default(''),
})
export type Mark = z.infer<typeof markSchema>

/** PAN3: sealed, on the desk; it has the panelist's id, so that each has one. */
export const ballotSchema = z.object({
  id,
  marks: z.array(markSchema),
  sealedAt: instant,
  /** PAN20: what its marks mean, from `meaningOf` the rubric; '' in those of the first version. */
  rubric: z.string().default(''),
})
export type Ballot = z.infer<typeof ballotSchema>

/** PAN7: a mark that was revealed. */
export const scoreSchema = markSchema.extend({ id: z.string().min(1).max(300), panelistId: id })
export type Score = z.infer<typeof scoreSchema>

/** What the panel makes of one criterion together; it has the criterion's id. */
export const assessmentSchema = z.object({
  id,
  /** PAN9: the consensus; null while there is none. */
  points: z.number().nullable().default(null),
  note: text.default(''),
  /** PAN11: what became of a line. */
  findingId: id.nullable().default(null),
  conditionId: id.nullable().default(null),
})
export type Assessment = z.infer<typeof assessmentSchema>

/** The one entity of collection `panel`; it comes into being with the reveal. */
export const panelSchema = z.object({
  id: z.literal('panel'),
  revealedAt: instant,
  /** PAN10: what the presenters say to it. */
  response: text.default(''),
  respondedBy: id.nullable().default(null),
})
export type Panel = z.infer<typeof panelSchema>
