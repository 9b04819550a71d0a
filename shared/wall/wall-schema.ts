import { z } from 'zod'
import { labels } from '../feedback/item'
import { sides } from '../review/review'

/** What can stand on the wall: one thing at a time. */
export const wallKinds = [
  'item',
  'slide',
  'feedback',
  'decision',
  'actions',
  'summary',
  'risks',
  'panel',
  'read-back',
  'message',
  'blank',
] as const
export type WallKind = (typeof wallKinds)[number]

/** Views of text, rows and entries, which are cut into pages. */
export const paperKinds = ['feedback', 'decision', 'actions', 'summary', 'risks', 'panel', 'read-back'] as const
export type PaperKind = (typeof paperKinds)[number]

/** What the facilitator puts on the wall. Pages count from 1. */
export type WallChoice =
  | { readonly kind: 'item' | 'blank' }
  /** FB11: `feedbackId` is the one item that the board shows. */
  | { readonly kind: PaperKind; readonly page: number; readonly feedbackId?: string }
  | { readonly kind: 'slide'; readonly materialId: string; readonly page: number; readonly pages: number }
  | { readonly kind: 'message'; readonly text: string }

export const LONGEST_LINE = 500
const line = z.string().max(LONGEST_LINE)
const page = z.number().int().min(1)
const share = z.number().min(0).max(1)
const tones = ['neutral', 'ok', 'warn', 'danger'] as const
export type WallTone = (typeof tones)[number]

/** The time of the active item as instants, so that the wall goes on counting by itself. Times in ms. */
const wallTimeSchema = z.strictObject({
  allottedMs: z.number().int(),
  /** Spent before `runningSince`. */
  spentMs: z.number().int(),
  /** Time left at which warning and danger begin (TIM11). */
  warningMs: z.number(),
  dangerMs: z.number(),
  /** Corrected instant since which it runs; null while paused. */
  runningSince: z.number().int().nullable(),
  /** What to subtract from the wall clock. */
  clockOffsetMs: z.number().int(),
})

const wallItemSchema = z.strictObject({
  /** `2.1` */
  number: line,
  /** Place among the items that may be shown. */
  at: z.number().int(),
  title: line,
  presenter: line,
  /** TIM16: the zone in which a break tells when it goes on; null for what is no break. */
  breakZone: line.nullable(),
  time: wallTimeSchema,
})

/** A part of a page. No text is longer than a page: what is longer was cut at a word. */
const wallBlockSchema = z.discriminatedUnion('kind', [
  /** A state in a word or two. WAL20: `isProposed`: what it says does not hold yet. */
  z.strictObject({ kind: z.literal('badge'), text: line, tone: z.enum(tones), note: line, isProposed: z.boolean() }),
  /** The sentence that everybody is to read. */
  z.strictObject({ kind: z.literal('lead'), text: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('heading'), text: line }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(4_000), isQuiet: z.boolean() }),
  /** One of a list: its mark, what, who, when. */
  z.strictObject({
    kind: z.literal('row'),
    mark: line,
    tone: z.enum(tones),
    text: z.string().max(4_000),
    who: line,
    /** WAL21: nobody has it yet. */
    isNobody: z.boolean(),
    when: line,
  }),
  /** WAL16: what the panel gave one criterion. Places are on its scale, from 0 at the least to 1 at the most. */
  z.strictObject({
    kind: z.literal('scores'),
    text: z.string().max(4_000),
    dots: z.array(z.strictObject({ at: share, isFar: z.boolean() })).max(200),
    middle: share.nullable(),
    agreed: share.nullable(),
    /** What it takes to pass. */
    pass: share.nullable(),
    /** WAL22: its ends, its levels where they are few, and what passes, in words under it. */
    ticks: z.array(z.strictObject({ at: share, words: line, isPass: z.boolean() })).max(60),
    /** WAL22: there is room for a high row. */
    isHigh: z.boolean(),
    who: line,
    when: line,
    tone: z.enum(tones),
  }),
  /** Feedback of a side. `isContinued`: it began on the page before. */
  z.strictObject({
    kind: z.literal('entry'),
    side: z.enum(sides),
    label: z.enum(labels),
    isBlocking: z.boolean(),
    isContinued: z.boolean(),
    /** Null: none were counted, or the board is shown whole. */
    hands: z.int().nonnegative().nullable(),
    text: z.string().max(4_000),
  }),
])
export type WallBlock = z.infer<typeof wallBlockSchema>

/** WAL1: everything the wall may know. Strict: a field that is not listed here never gets there. */
export const wallViewSchema = z.strictObject({
  title: line,
  subject: line,
  /** Number of items that may be shown. */
  items: z.number().int(),
  status: z.enum(['before', 'item', 'between', 'over']),
  /** The current item; null before, between and after items, and while an internal one runs. */
  item: wallItemSchema.nullable(),
  /** Title of the item that comes next. */
  next: line,
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('item') }),
    /** Which picture belongs to it, `key` says; it comes by a message of its own. */
    z.strictObject({ kind: z.literal('slide'), name: line, page, pages: page, key: line }),
    z.strictObject({
      kind: z.enum(paperKinds),
      /** What the head says beside the title. */
      aside: line,
      page,
      pages: page,
      blocks: z.array(wallBlockSchema).max(60),
      /** WAL14 */
      isLarge: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('message'), text: line }),
    z.strictObject({ kind: z.literal('blank') }),
  ]),
})
export type WallView = z.infer<typeof wallViewSchema>
export type WallItem = z.infer<typeof wallItemSchema>

export const wallThemes = ['dark', 'light', 'projector'] as const
export type WallTheme = (typeof wallThemes)[number]

/** WAL11: held by each window of the wall. */
export const WALL_LOCK = 'review-room-wall-open'
/** Name of the BroadcastChannel between cockpit and wall. */
export const WALL_CHANNEL = 'review-room-wall'

/** WAL5: from the cockpit: the whole picture each time, never a part. */
export const wallPictureSchema = z.strictObject({
  type: z.literal('picture'),
  theme: z.enum(wallThemes),
  /** The window that shows it; another that hears a foreign one stops showing its own. */
  from: z.string(),
  view: wallViewSchema,
})
export type WallPicture = z.infer<typeof wallPictureSchema>

/** In bytes of its address, which holds the picture itself. */
const LARGEST_SLIDE = 24_000_000

/** SLD1: a page of slides as a drawn picture; the wall reads no file. */
export const wallSlideSchema = z.strictObject({
  type: z.literal('slide'),
  key: line,
  picture: z
    .string()
    .max(LARGEST_SLIDE)
    .regex(/^data:image\/(jpeg|png);base64,/),
})
export type WallSlide = z.infer<typeof wallSlideSchema>

const pixels = z.number().int().min(1).max(20_000)

/** From a wall that has just begun or has another size. In pixels of its screen. */
export const wallHelloSchema = z.strictObject({ type: z.literal('hello'), width: pixels, height: pixels })

/** SLD4: what a presenter's remote asks for in the wall window. */
export const wallRemoteSchema = z.strictObject({
  type: z.literal('remote'),
  act: z.union([z.enum(['next', 'previous', 'blank', 'show']), z.strictObject({ page })]),
})
export type WallRemote = z.infer<typeof wallRemoteSchema>['act']
