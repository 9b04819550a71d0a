import { z } from 'zod'
import { calendarDate, durationMs, id, instant, shortText, text, timeOfDay } from './fields'

/** Version of the stored data. Raised with every change that older programs would misread. 2: entries of lists in registers of their own. */
export const SCHEMA_VERSION = 2

/** IEEE 1028 kinds, and the panel assessment of taught projects. */
export const reviewKinds = ['technical-review', 'management-review', 'inspection', 'walk-through', 'panel-assessment'] as const
export const reviewStatuses = ['planned', 'preparing', 'in-progress', 'follow-up', 'closed'] as const
export const phases = ['preparation', 'presentation', 'feedback', 'follow-up'] as const
export const sides = ['presenter', 'reviewer'] as const

export const endings = ['gate', 'appraisal'] as const

export type ReviewStatus = (typeof reviewStatuses)[number]
export type Phase = (typeof phases)[number]
export type Side = (typeof sides)[number]

/** The one entity of collection `review`. Executive summary: purpose, takeaways, impact. */
export const reviewSchema = z.object({
  id: z.literal('review'),
  reviewId: id,
  schemaVersion: z.number().int().min(1),
  title: shortText,
  subject: shortText.default(''),
  version: shortText.default(''),
  kind: z.enum(reviewKinds),
  template: shortText.default('blank'),
  status: z.enum(reviewStatuses).default('planned'),
  /** Instant the meeting is planned to start, if known. */
  scheduledStart: instant.nullable().default(null),
  /** How long the meeting may take, in ms, if known. */
  scheduledLengthMs: durationMs.nullable().default(null),
  /** IANA name of the zone in which dates of this review are read. */
  timeZone: shortText.default('UTC'),
  /** How many must be there for the meeting to decide; null: no such number. */
  quorum: z.number().int().min(1).max(999).nullable().default(null),
  /** DEC7: whether it ends in the outcome of a gate or in an appraisal. */
  endsIn: z.enum(endings).default('gate'),
  /** TIM11: time left of an item in ms at which warning and danger begin; null: the usual share. */
  warningMs: durationMs.nullable().default(null),
  dangerMs: durationMs.nullable().default(null),
  objectives: text.default(''),
  decisionSought: text.default(''),
  purpose: text.default(''),
  takeaways: text.default(''),
  impact: text.default(''),
  /** RDY8: that the meeting began although something was missing: why, and what; null: nothing was. */
  startedAnyway: z
    .object({ reason: text, missing: z.array(text), at: instant })
    .nullable()
    .default(null),
  /** CLO4: the day of the next review, and its time of day in the review's zone, if they are known. */
  nextMeetingOn: calendarDate.nullable().default(null),
  nextMeetingTime: timeOfDay.nullable().default(null),
  createdAt: instant,
  closedAt: instant.nullable().default(null),
})
export type Review = z.infer<typeof reviewSchema>
