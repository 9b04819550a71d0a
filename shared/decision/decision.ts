import { z } from 'zod'
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
