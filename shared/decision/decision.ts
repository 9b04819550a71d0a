import { z } from 'zod'
import { appraisalSchema, panelAppraisalSchema } from './appraisal'
import { calendarDate, id, instant, order, shortText, text } from '../review/fields'

/** Stage-Gate outcomes. */
export const outcomes = ['proceed', 'proceed-with-conditions', 'rework', 'hold', 'stop'] as const
export type Outcome = (typeof outcomes)[number]
export const decisionStatuses = ['proposed', 'accepted', 'superseded'] as const

/** Who lets a blocking finding stand, and why. */
export const waiverSchema = z.object({ feedbackId: id, byId: id, reason: text })

export const decisionSchema = z.object({
  id,
  order,
  status: z.enum(decisionStatuses).default('proposed'),
  outcome: z.enum(outcomes).nullable().default(null),
  statement: text.default(''),
  because: text.default(''),
  deciderIds: z.array(id).default([]),
  dissent: text.default(''),
  /** DEC8: by name; `dissent` is the text of reviews that were written before. */
  dissents: z.array(z.object({ personId: id, words: text })).default([]),
  /** DEC8: what else was considered, one each. */
  options: z.array(shortText).default([]),
  /** DEC9: chosen, and what the members of the panel say. */
  appraisal: appraisalSchema.nullable().default(null),
  appraisals: z.array(panelAppraisalSchema).default([]),
  /** DEC10: how many were asked for and how many were there when it was accepted; null: none was asked for, or the roll was not called. */
  quorum: z
    .object({ needed: z.number().int().min(1), present: z.number().int().min(0).nullable() })
    .nullable()
    .default(null),
  /** DEC11 */
  supersededById: id.nullable().default(null),
  reviewBy: calendarDate.nullable().default(null),
  itemId: id.nullable().default(null),
  waivers: z.array(waiverSchema).default([]),
  proposedAt: instant,
  acceptedAt: instant.nullable().default(null),
})
export type Decision = z.infer<typeof decisionSchema>

/** DEC3: a condition and its action item are made in the same step. */
export const conditionSchema = z.object({ id, order, decisionId: id, text: shortText, actionId: id })
export type Condition = z.infer<typeof conditionSchema>
