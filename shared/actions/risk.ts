import { z } from 'zod'
import { id, instant, order, text } from '../review/fields'

export const riskLevels = ['low', 'medium', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]
export const riskStatuses = ['open', 'mitigated', 'accepted', 'closed'] as const
export type RiskStatus = (typeof riskStatuses)[number]

/** RSK1: what may go wrong, how likely it is and what it would do. */
export const riskSchema = z.object({
  id,
  order,
  /** Number by which people speak of it. */
  number: z.number().int().min(1),
  text,
  /** Null: not said yet. */
  likelihood: z.enum(riskLevels).nullable().default(null),
  impact: z.enum(riskLevels).nullable().default(null),
  ownerId: id.nullable().default(null),
  /** RSK3: the action of the plan that mitigates it. */
  actionId: id.nullable().default(null),
  /** RSK4: the finding that it was entered from. */
  feedbackId: id.nullable().default(null),
  status: z.enum(riskStatuses).default('open'),
  /** RSK2: why it stands where it stands, and since when. */
  reason: text.default(''),
  decidedAt: instant.nullable().default(null),
  raisedAt: instant,
})
export type Risk = z.infer<typeof riskSchema>
