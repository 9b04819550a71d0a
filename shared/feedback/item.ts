import { z } from 'zod'
import { id, instant, order, shortText, text } from '../review/fields'
import { placeSchema } from './place'
import { type Side, sides } from '../review/review'

export const reviewerLabels = ['praise', 'question', 'suggestion', 'issue', 'risk', 'nitpick'] as const
export const presenterLabels = ['ask', 'response', 'commitment'] as const
export const commonLabels = ['note', 'lesson'] as const
export const labels = [...reviewerLabels, ...presenterLabels, ...commonLabels] as const
export type Label = (typeof labels)[number]

export const forces = ['blocking', 'non-blocking', 'if-minor'] as const
export const severities = ['major', 'minor', 'editorial'] as const
export const feedbackStatuses = ['open', 'dispositioned', 'implemented', 'verified', 'closed'] as const
export type FeedbackStatus = (typeof feedbackStatuses)[number]
/** The presenters' answer to a finding, as in CCSDS and ECSS reviews. */
export const dispositions = ['accepted', 'accepted-with-modification', 'rejected', 'deferred', 'duplicate'] as const
export type DispositionKind = (typeof dispositions)[number]
export const lifeActs = ['dispose', 'implement', 'verify', 'close', 'withdraw', 'reopen'] as const
export type LifeAct = (typeof lifeActs)[number]

/** A step in the life of an item: what was done, by whom, and why. `disposition` belongs to `dispose` alone. */
export const lifeStepSchema = z.object({
  act: z.enum(lifeActs),
  at: instant,
  /** Null for the raiser of an anonymous item, and for somebody who is not in the list of people. */
  byId: id.nullable(),
  note: text.default(''),
  disposition: z.enum(dispositions).nullable().default(null),
  duplicateOf: id.nullable().default(null),
})
export type LifeStep = z.infer<typeof lifeStepSchema>

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
  /** FB14 */
  place: placeSchema.nullable().default(null),
  requestedChange: text.default(''),
  /** The item or ask that a response or commitment answers. */
  answersId: id.nullable().default(null),
  /** FB7: raised without a name; then it has no author, here or anywhere. */
  isAnonymous: z.boolean().default(false),
  /** FB8: the item that says the same, under which it stands. */
  underId: id.nullable().default(null),
  /** FB9: how many raised their hands for it; null: nobody was asked. */
  hands: z.number().int().min(0).max(9_999).nullable().default(null),
  /** FND1: what happened to it, in order; `statusOf` tells where it stands. */
  life: z.array(lifeStepSchema).default([]),
  /** Where an item without steps stands: reviews of the first version closed items by this field. */
  status: z.enum(['open', 'closed']).default('open'),
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
