import { z } from 'zod'
import { durationMs, id, instant, order, shortText, text } from '../review/fields'

export const itemKinds = ['presentation', 'discussion', 'decision', 'information', 'break', 'follow-up'] as const
/** `active` is not stored: it is the item the timer runs for. */
export const itemStatuses = ['pending', 'discussed', 'deferred', 'carried'] as const

export const itemSchema = z.object({
  id,
  order,
  title: shortText,
  /** How deep it stands, see `outlineOf`. */
  level: z.number().int().min(0).max(2).default(0),
  kind: z.enum(itemKinds).default('discussion'),
  presenterId: id.nullable().default(null),
  plannedMs: durationMs,
  status: z.enum(itemStatuses).default('pending'),
  materialIds: z.array(id).default([]),
  /** TIM11: time left in ms at which warning and danger begin; null: as in the review. */
  warningMs: durationMs.nullable().default(null),
  dangerMs: durationMs.nullable().default(null),
  /** Never shown on the wall. */
  internal: z.boolean().default(false),
  /** AGN14: how to hold it, for the facilitator. */
  playbook: shortText.default(''),
})
export type AgendaItem = z.infer<typeof itemSchema>

/** The facilitator's private note to an agenda item; kept in the desk under the item's id. */
export const deskNoteSchema = z.object({ id, text })
export type DeskNote = z.infer<typeof deskNoteSchema>

/** A topic set aside so that the item can go on. What became of it, `outcomeOfTopic` tells. */
export const parkedSchema = z.object({
  id,
  order,
  text: text,
  itemId: id.nullable().default(null),
  parkedAt: instant,
  settledAt: instant.nullable().default(null),
  /** Goes on in the next review. */
  carried: z.boolean().default(false),
})
export type ParkedTopic = z.infer<typeof parkedSchema>

/** Somebody waiting to ask. */
export const questionSchema = z.object({
  id,
  order,
  text: text.default(''),
  askedBy: id.nullable().default(null),
  itemId: id.nullable().default(null),
  queuedAt: instant,
  answeredAt: instant.nullable().default(null),
})
export type Question = z.infer<typeof questionSchema>
