import { z } from 'zod'
import { calendarDate, id, instant, order, shortText, text } from '../review/fields'

/** RFC 5545 VTODO states; overdue is derived. */
export const actionStatuses = ['needs-action', 'in-process', 'completed', 'cancelled'] as const
export const priorities = ['high', 'medium', 'low'] as const
export const sourceKinds = ['minutes', 'feedback', 'condition', 'parking', 'risk', 'review'] as const

export const supporterSchema = z.object({ personId: id, offer: shortText })
export type Supporter = z.infer<typeof supporterSchema>

export const actionSchema = z.object({
  id,
  order,
  /** Number by which people speak of it; given again only when no later one stands (ACT5). */
  number: z.number().int().min(1),
  what: text,
  ownerId: id.nullable().default(null),
  due: calendarDate.nullable().default(null),
  status: z.enum(actionStatuses).default('needs-action'),
  priority: z.enum(priorities).default('medium'),
  verifierId: id.nullable().default(null),
  /** ACT4: where it came from: an agenda item's minutes, a feedback item, a condition, a parked topic, a risk; `review` when entered by hand. */
  source: z.object({ kind: z.enum(sourceKinds), id: id.nullable() }),
  /** ACT7: what shows that it is done: a link or words, and a material of the review. */
  evidence: shortText.default(''),
  evidenceMaterialId: id.nullable().default(null),
  /** ACT7: who helps, and what each offered. */
  supporters: z.array(supporterSchema).default([]),
  /** ACT7: what must hold for it to be accepted as done. */
  acceptanceTest: text.default(''),
  notes: text.default(''),
  createdAt: instant,
})
export type ActionItem = z.infer<typeof actionSchema>
