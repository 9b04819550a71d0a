import { z } from 'zod'
import { id, instant, order, shortText, text } from '../review/fields'

/** Entrance: what must hold before the meeting; exit: what must hold before the review is done (NASA NPR 7123.1, appendix G). */
export const gates = ['entrance', 'exit'] as const
export type Gate = (typeof gates)[number]
export const gateStatuses = ['open', 'met', 'not-met', 'waived'] as const
export type GateStatus = (typeof gateStatuses)[number]

export const gateCriterionSchema = z.object({
  id,
  order,
  gate: z.enum(gates),
  text: shortText,
  status: z.enum(gateStatuses).default('open'),
  /** What shows that it is met, or what is missing. */
  evidence: text.default(''),
  /** Who lets it stand unmet, and why; only of a waived one. */
  waivedBy: id.nullable().default(null),
  reason: text.default(''),
  /** When it was answered; null while it is open. */
  decidedAt: instant.nullable().default(null),
})
export type GateCriterion = z.infer<typeof gateCriterionSchema>
