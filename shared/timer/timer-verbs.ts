import { z } from 'zod'
import type { AgendaItem } from '../agenda/item'
import type { Instant } from '../context'
import { fail, ok } from '../result'
import { type Change, create, edit, refusal } from '../review/change'
import { branchAt, outlineOf, stepsOf } from '../agenda/outline'
import { type Collection, durationMs, id, instant } from '../review/fields'
import type { Review } from '../review/review'
import type { Verb } from '../review/verb'
import { type TimerEvent, timerEventSchema } from './event'
import { timelineOf } from './timeline'

interface State {
  readonly record: {
    readonly review: Collection<Review>
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<TimerEvent>
  }
}

type Moment = { [Kind in TimerEvent['kind']]: Omit<Extract<TimerEvent, { kind: Kind }>, 'id' | 'seq' | 'at'> }[TimerEvent['kind']]

function nextSeq(state: State): number {
  return Object.values(state.record.timer).reduce((highest, event) => Math.max(highest, event.seq), 0) + 1
}

function record(state: State, moment: Moment, at: Instant, eventId: string): Change {
  return create('timer', timerEventSchema.parse({ ...moment, id: eventId, seq: nextSeq(state), at }))
}

/** The active item counts as discussed once the timer leaves it. */
function leaveActive(state: State, exceptId?: string): Change[] {
  const { activeItemId } = timelineOf(state.record.timer)
  const item = activeItemId === null || activeItemId === exceptId ? undefined : state.record.agenda[activeItemId]
  return item ? edit('agenda', item, { status: 'discussed' }) : []
}

export const startItemInput = z.object({ itemId: id })

/** TIM2: starting an item ends the other's span. TIM7: the first start puts the review in progress. */
export const startItem: Verb<State, z.infer<typeof startItemInput>> = (state, { itemId }, context) => {
  const { now, newId } = context
  const item = state.record.agenda[itemId]
  if (!item) return fail(refusal('TIM2', 'This agenda item was removed.'))
  const rows = outlineOf(state.record.agenda)
  const at = rows.findIndex((row) => row.item.id === itemId)
  if (rows[at]?.isSection) {
    const first = branchAt(rows, at).find((row) => !row.isSection && row.item.status === 'pending') // AGN7
    return first
      ? startItem(state, { itemId: first.item.id }, context)
      : fail(refusal('AGN7', 'Everything in this section was discussed. Start one of its items.'))
  }
  const line = timelineOf(state.record.timer)
  if (line.activeItemId === itemId && !line.isPaused) return fail(refusal('TIM2', 'This item is running already.')) // TIM2
  const review = state.record.review['review']
  const isFirst = review && review.status !== 'in-progress'
  return ok([
    ...leaveActive(state, itemId),
    ...(item.status === 'pending' ? [] : edit('agenda', item, { status: 'pending' })),
    ...(isFirst ? edit('review', review, { status: 'in-progress', closedAt: null }) : []), // TIM7
    record(state, { kind: 'started', itemId }, now, newId()),
  ])
}

export const nextItemInput = z.object({})

/** TIM8: goes on to the next pending item in order, or ends the last one. */
export const nextItem: Verb<State, z.infer<typeof nextItemInput>> = (state, _input, context) => {
  const { activeItemId } = timelineOf(state.record.timer)
  const items = stepsOf(state.record.agenda)
  const from = items.findIndex((item) => item.id === activeItemId)
  const next = items.slice(from + 1).find((item) => item.status === 'pending') // TIM8
  if (next) return startItem(state, { itemId: next.id }, context)
  return activeItemId === null ? fail(refusal('TIM8', 'Every item was discussed.')) : endItem(state, {}, context)
}

export const previousItemInput = z.object({})

/** TIM8: goes back to the item before, which runs on from the time it had. */
export const previousItem: Verb<State, z.infer<typeof previousItemInput>> = (state, _input, context) => {
  const { activeItemId } = timelineOf(state.record.timer)
  const items = stepsOf(state.record.agenda)
  const at = activeItemId === null ? items.length : items.findIndex((item) => item.id === activeItemId)
  const before = items[at - 1]
  return before ? startItem(state, { itemId: before.id }, context) : fail(refusal('TIM8', 'This is the first item.'))
}

export const endItemInput = z.object({})

export const endItem: Verb<State, z.infer<typeof endItemInput>> = (state, _input, { now, newId }) => {
  if (timelineOf(state.record.timer).activeItemId === null) return fail(refusal('TIM2', 'No item is running.'))
  return ok([...leaveActive(state), record(state, { kind: 'ended' }, now, newId())])
}

export const pauseTimerInput = z.object({})

/** TIM9: only a running item can be paused, only a paused one resumed. */
export const pauseTimer: Verb<State, z.infer<typeof pauseTimerInput>> = (state, _input, { now, newId }) => {
  const { activeItemId, isPaused } = timelineOf(state.record.timer)
  if (activeItemId === null || isPaused) return fail(refusal('TIM9', 'No item is running.')) // TIM9
  return ok([record(state, { kind: 'paused' }, now, newId())])
}

export const resumeTimerInput = z.object({})

export const resumeTimer: Verb<State, z.infer<typeof resumeTimerInput>> = (state, _input, { now, newId }) => {
  if (!timelineOf(state.record.timer).isPaused) return fail(refusal('TIM9', 'The timer is not paused.')) // TIM9
  return ok([record(state, { kind: 'resumed' }, now, newId())])
}

export const extendTimerInput = z.object({ itemId: id, byMs: durationMs })

/** TIM10: added time is kept apart from planned time. */
export const extendTimer: Verb<State, z.infer<typeof extendTimerInput>> = (state, { itemId, byMs }, { now, newId }) => {
  if (!state.record.agenda[itemId]) return fail(refusal('TIM10', 'This agenda item was removed.'))
  return ok([record(state, { kind: 'extended', itemId, byMs }, now, newId())]) // TIM10
}

export const recordClockChangeInput = z.object({ eventId: id, at: instant, deltaMs: z.number().int() })

/** TIM4: a jump of the wall clock is recorded once, and subtracted from then on. */
export const recordClockChange: Verb<State, z.infer<typeof recordClockChangeInput>> = (state, { eventId, at, deltaMs }) => {
  if (state.record.timer[eventId]) return ok([])
  return ok([record(state, { kind: 'clockChanged', deltaMs }, at, eventId)]) // TIM4
}
