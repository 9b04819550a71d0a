import { z } from 'zod'
import { outlineOf } from '../agenda/outline'
import type { Instant } from '../context'
import { labels } from '../feedback/item'
import { inOrder } from '../review/fields'
import { sides } from '../review/review'
import type { RecordState } from '../record/state'
import { limitsOf, phaseOf, type TimerPhase } from '../timer/countdown'
import { timelineOf } from '../timer/timeline'

/** What the facilitator puts on the wall. */
export type WallChoice =
  | { readonly kind: 'item' }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'blank' }

const LONGEST_LINE = 500
const line = z.string().max(LONGEST_LINE)

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

const wallFeedbackSchema = z.strictObject({
  id: z.string(),
  side: z.enum(sides),
  label: z.enum(labels),
  isBlocking: z.boolean(),
  text: z.string().max(20_000),
})

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
    z.strictObject({ kind: z.literal('feedback'), list: z.array(wallFeedbackSchema).max(200) }),
    z.strictObject({ kind: z.literal('message'), text: line }),
    z.strictObject({ kind: z.literal('blank') }),
  ]),
})
export type WallView = z.infer<typeof wallViewSchema>
export type WallItem = z.infer<typeof wallItemSchema>

/** WAL1: the picture for the wall: a pure function of the record and the choice. The desk cannot get in: it is no argument. */
export function wallView(record: RecordState, choice: WallChoice): WallView {
  const review = record.review['review']
  const shown = outlineOf(record.agenda).filter(({ isInternal, isSection }) => !isInternal && !isSection) // WAL2
  const timeline = timelineOf(record.timer)
  const at = shown.findIndex(({ item }) => item.id === timeline.activeItemId)
  const hasBegun = timeline.stretches.length > 0
  const isOver = hasBegun && (review?.status === 'follow-up' || review?.status === 'closed')
  const next = shown.slice(at + 1).find(({ item }) => item.status === 'pending')
  return {
    title: review?.title ?? '',
    subject: [review?.subject, review?.version].filter(Boolean).join(' ').slice(0, LONGEST_LINE),
    items: shown.length,
    status: isOver ? 'over' : !hasBegun ? 'before' : at < 0 ? 'between' : 'item',
    item: isOver || at < 0 ? null : wallItem(record, at),
    next: isOver ? '' : (next?.item.title ?? ''),
    content: contentOf(record, choice),
  }

  function wallItem({ people }: RecordState, index: number): WallItem | null {
    const row = shown[index]
    if (!row) return null
    const { item, number } = row
    const own = timeline.stretches.filter((stretch) => stretch.kind === 'running' && stretch.itemId === item.id)
    const allottedMs = Math.max(0, item.plannedMs + (timeline.extendedMs[item.id] ?? 0))
    return {
      number,
      at: index + 1,
      title: item.title,
      presenter: (item.presenterId && people[item.presenterId]?.name) || '',
      breakZone: item.kind === 'break' ? (review?.timeZone ?? 'UTC') : null,
      time: {
        allottedMs,
        ...limitsOf(allottedMs, item, review),
        spentMs: own.reduce((sum, { from, to }) => sum + (to === null ? 0 : to - from), 0),
        runningSince: own.find(({ to }) => to === null)?.from ?? null,
        clockOffsetMs: timeline.clockOffsetMs,
      },
    }
  }
}

/** WAL3: only feedback of the record, which is revealed, newest last; never who wrote it. */
function contentOf(record: RecordState, choice: WallChoice): WallView['content'] {
  if (choice.kind === 'message') return { kind: 'message', text: choice.text.slice(0, 500) }
  if (choice.kind !== 'feedback') return { kind: choice.kind }
  const internal = new Set(outlineOf(record.agenda).flatMap(({ item, isInternal }) => (isInternal ? item.id : [])))
  const list = inOrder(record.feedback)
    .filter((item) => item.itemId === null || !internal.has(item.itemId)) // WAL2
    .slice(-200)
    .map(({ id, side, label, force, text }) => ({ id, side, label, isBlocking: force === 'blocking', text }))
  return { kind: 'feedback', list }
}

export interface WallCountdown {
  readonly phase: Exclude<TimerPhase, 'idle'>
  /** Negative in overtime. */
  readonly leftMs: number
  /** Reading of the wall clock at which the time is up; it moves while the item is paused. */
  readonly endsAt: Instant
  /** Share of the allotted time that is spent, 0 to 1. */
  readonly spentShare: number
}

/** WAL4: the countdown at `now`, from the instants of the view alone. */
export function wallCountdown(
  { allottedMs, spentMs, runningSince, clockOffsetMs, warningMs, dangerMs }: WallItem['time'],
  now: Instant,
): WallCountdown {
  const runMs = runningSince === null ? 0 : Math.max(0, now - clockOffsetMs - runningSince)
  const leftMs = allottedMs - spentMs - runMs
  return {
    phase: runningSince === null ? 'paused' : phaseOf(leftMs, { warningMs, dangerMs }),
    leftMs,
    endsAt: now + leftMs,
    spentShare: allottedMs === 0 ? 1 : Math.min(1, Math.max(0, 1 - leftMs / allottedMs)),
  }
}

/** Name of the BroadcastChannel between cockpit and wall. */
export const WALL_CHANNEL = 'review-room-wall'

/** WAL5: from the cockpit: the whole picture each time, never a part. */
export const wallPictureSchema = z.strictObject({
  type: z.literal('picture'),
  theme: z.enum(['dark', 'light']),
  /** The window that shows it; another that hears a foreign one stops showing its own. */
  from: z.string(),
  view: wallViewSchema,
})
export type WallPicture = z.infer<typeof wallPictureSchema>

/** From a wall that has just begun. */
export const wallHelloSchema = z.strictObject({ type: z.literal('hello') })
