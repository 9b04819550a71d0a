import { z } from 'zod'
import { id, instant, order, shortText, text } from '../review/fields'
import { type Side, sides } from '../review/review'

export const reviewerLabels = ['praise', 'question', 'suggestion', 'issue', 'risk', 'nitpick'] as const
export const presenterLabels = ['ask', 'response', 'commitment'] as const
export const commonLabels = ['note', 'lesson'] as const
export const labels = [...reviewerLabels, ...presenterLabels, ...commonLabels] as const
export type Label = (typeof labels)[number]

export const forces = ['blocking', 'non-blocking', 'if-minor'] as const
export const severities = ['major', 'minor', 'editorial'] as const
export const feedbackStatuses = ['open', 'closed'] as const

/** One item of the board, Conventional Comments labels; location and requested change as in a CCSDS RID. */
export const feedbackSchema = z.object({
  id,
  order,
  side: z.enum(sides),
  label: z.enum(labels),
  text: text,
  authorId: id.nullable().default(null),
  itemId: id.nullable().default(null),
  force: z.enum(forces).nullable().default(null),
  severity: z.enum(severities).nullable().default(null),
  location: shortText.default(''),
  requestedChange: text.default(''),
  /** The item or ask that a response or commitment answers. */
  answersId: id.nullable().default(null),
  status: z.enum(feedbackStatuses).default('open'),
  raisedAt: instant,
})
export type FeedbackItem = z.infer<typeof feedbackSchema>

/** FB1: labels belong to sides. */
export function labelsOf(side: Side): readonly Label[] {
  return [...(side === 'reviewer' ? reviewerLabels : presenterLabels), ...commonLabels]
}

/** FB2: force and severity are only for suggestion, issue and risk. */
export function hasForce(label: Label): boolean {
  return label === 'suggestion' || label === 'issue' || label === 'risk'
}

/** What is at risk: risks, and whatever blocks. */
export function isAtRisk({ label, force }: Pick<FeedbackItem, 'label' | 'force'>): boolean {
  return label === 'risk' || force === 'blocking'
}
