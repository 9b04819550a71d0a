import { z } from 'zod'
import { id, instant } from '../review/fields'

/** Bytes, whatever buffer they lie in: Yjs and Node answer views of the general kind. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const sha512 = z.string().regex(/^[0-9a-f]{128}$/)

/** LOG1: one line of the event log. `actor` and `operator` are person ids, or `name:<text>` before people are entered. */
export const logEntrySchema = z.object({
  at: instant,
  actor: z.string().max(600),
  operator: z.string().max(600),
  verb: z.string().max(100),
  payloadHash: sha512,
  /** Hashes of the entries before; more than one after two copies met. */
  prev: z.array(sha512).max(16),
})
export type LogEntry = z.infer<typeof logEntrySchema>

/** What was changed, without free text: a text stands as its salted hash, so the log proves a text but does not keep it (LOG3). */
export const logPayloadSchema = z.object({
  salt: z.string().max(64),
  changes: z.array(z.object({ doc: z.string(), path: z.array(z.string()), after: z.unknown() })),
})
export type LogPayload = z.infer<typeof logPayloadSchema>

/** An entry, its own hash, and its payload if it was not left out. */
export const logLineSchema = z.object({ hash: sha512, entry: logEntrySchema, payload: logPayloadSchema.optional() })
export type LogLine = z.infer<typeof logLineSchema>

export const docIds = ['record', 'minutes', 'desk'] as const
export const docIdSchema = z.enum(docIds)
/** The three documents of a review. */
export type DocId = z.infer<typeof docIdSchema>

/**
 * DOC1: the unit of saving: one verb, or 100 ms of typing. All its parts are stored or none.
 * `id` makes it idempotent; `update` is a Yjs update (v1 encoding).
 */
export const commitSchema = z.object({
  id,
  reviewId: id,
  at: instant,
  parts: z.array(z.object({ docId: docIdSchema, update: bytesSchema })),
  log: z.array(logLineSchema).default([]),
})
export type Commit = z.infer<typeof commitSchema>
