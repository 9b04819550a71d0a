import { z } from 'zod'
import { feedbackSchema, labelsOf } from '../feedback/item'
import { preparationOutcomes } from '../readiness/preparation'
import { id as anyId } from '../review/fields'
import { countings } from '../rubric/criterion'
import { confidences } from '../rubric/score'

/** Largest filled packet, in bytes; the words are the same for people. */
export const LARGEST_PACKET = 10_000_000
export const LARGEST_PACKET_WORDS = '10 MB'
/** Largest packet that is made, so that there is room for what is filled in. */
export const LARGEST_EMPTY_PACKET = 5_000_000
/** Most minutes that a preparation takes. */
export const MOST_MINUTES = 6_000

const MOST = 2_000
const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(MOST)
/** Texts are as long as they are in the file, whose size is limited: one that is too long costs itself, not the packet. */
const words = z.string()
/** No name that every object has by itself: it would be found in every collection. */
const id = anyId.refine((name) => !(name in Object.prototype))
const number = z.number().int().min(1).max(1_000_000)

/** What stands in the review, as the packet was made. */
const asked = {
  review: z.strictObject({ id, title: words, subject: words, version: words, date: words }),
  reviewer: z.strictObject({ id, name: words }),
  materials: list(z.strictObject({ id, name: words, version: number, bytes: z.number().int().min(0), sha512: words })),
  items: list(z.strictObject({ id, number: words, title: words })),
  questions: list(z.strictObject({ id, itemId: id.nullable(), askedBy: words, text: words })),
  criteria: list(
    z.strictObject({
      id,
      name: words,
      weight: z.number(),
      counts: z.enum(countings),
      /** As they are scored: the usual ones where the criterion has none. */
      levels: z.array(z.strictObject({ points: z.number(), anchor: words })).max(20),
      passPoints: z.number().nullable(),
    }),
  ),
}

const filledItemSchema = z.strictObject({
  /** PKT6: its own in this packet, not given again. */
  number,
  label: z.enum(labelsOf('reviewer')),
  text: words,
  itemId: id.nullable(),
  location: words,
  force: feedbackSchema.shape.force.unwrap(),
  severity: feedbackSchema.shape.severity.unwrap(),
  requestedChange: words,
})
export type FilledItem = z.infer<typeof filledItemSchema>

const filledMarkSchema = z.strictObject({
  criterionId: id,
  /** Places in the list of levels. */
  levelsAt: z.array(z.number().int().min(0).max(999)).max(20),
  confidence: z.enum(confidences).nullable(),
  comment: words,
  isRecused: z.boolean(),
  recusal: words,
})
export type FilledMark = z.infer<typeof filledMarkSchema>

/** What the reviewer fills in. */
const answersSchema = z.strictObject({
  preparation: z.strictObject({
    materialIds: list(id),
    minutes: z.number().int().min(0).max(MOST_MINUTES).nullable(),
    outcome: z.enum(preparationOutcomes).nullable(),
    note: words,
  }),
  questions: list(z.strictObject({ questionId: id, text: words })),
  nextNumber: number,
  feedback: list(filledItemSchema),
  ballot: z.strictObject({ isRecused: z.boolean(), recusal: words, marks: list(filledMarkSchema) }),
})
export type Answers = z.infer<typeof answersSchema>

/** The data of a packet, empty or filled in. Anything else in it is a fault. */
export const packetSchema = z.strictObject({
  form: z.literal('review-room-packet'),
  formVersion: z.literal(1),
  packetId: z.string().regex(/^[A-Za-z0-9-]{8,60}$/),
  ...asked,
  answers: answersSchema,
})
export type Packet = z.infer<typeof packetSchema>

export const noAnswers: Answers = {
  preparation: { materialIds: [], minutes: null, outcome: null, note: '' },
  questions: [],
  nextNumber: 1,
  feedback: [],
  ballot: { isRecused: false, recusal: '', marks: [] },
}
