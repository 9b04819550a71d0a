import { z } from 'zod'
import type { AgendaItem } from '../agenda/item'
import { fail, ok } from '../result'
import { type Change, edit, refusal } from '../review/change'
import { missingAtStart, type ReadinessState } from '../readiness/missing'
import { branchAt, outlineOf, stepsOf } from '../agenda/outline'
import { type Collection, id, instant, text } from '../review/fields'
import type { Review } from '../review/review'
import type { Verb } from '../review/verb'
import { plannedTotalMs } from './countdown'
import type { TimerEvent } from './event'
import { eventChange } from './event-change'
import { timelineOf } from './timeline'

export interface TimerState {
  readonly record: {
    readonly review: Collection<Review>
    readonly agenda: Collection<AgendaItem>
    readonly timer: Collection<TimerEvent>
  }
}

/** What a start looks at besides: whether everything was ready. */
export interface StartState extends TimerState {
  readonly record: TimerState['record'] & ReadinessState
}

/** The active item counts as discussed once the timer leaves it. */
function leaveActive(state: TimerState, exceptId?: string): Change[] {
  const { activeItemId } = timelineOf(state.record.timer)
  const item = activeItemId === null || activeItemId === exceptId ? undefined : state.record.agenda[activeItemId]
  return item ? edit('agenda', item, { status: 'discussed' }) : []
}

/** RDY8: why the meeting begins although something is missing; needed and kept only then. */
const startedAnyway = text.optional()

export const startItemInput = z.object({ itemId: id, startedAnyway })

/** TIM2: starting an item ends the other's span. TIM7: the first start puts the review in progress. */
export const startItem: Verb<StartState, z.infer<typeof startItemInput>> = (state, { itemId, startedAnyway: given }, context) => {
  const { now, newId } = context
  const item = state.record.agenda[itemId]
  if (!item) return fail(refusal('TIM2', 'This agenda item was removed.'))
  const rows = outlineOf(state.record.agenda)
  const at = rows.findIndex((row) => row.item.id === itemId)
  if (rows[at]?.isSection) {
    const first = branchAt(rows, at).find((row) => !row.isSection && row.item.status === 'pending') // AGN7
    return first
      ? startItem(state, { itemId: first.item.id, startedAnyway: given }, context)
      : fail(refusal('AGN7', 'Everything in this section was discussed. Start one of its items.'))
  }
  const line = timelineOf(state.record.timer)
  if (line.activeItemId === itemId && !line.isPaused) return fail(refusal('TIM2', 'This item is running already.')) // TIM2
  const review = state.record.review['review']
  const missing = line.stretches.length > 0 ? [] : missingAtStart(state.record).map(({ words }) => words)
  const reason = given?.trim() ?? ''
  if (missing.length > 0 && reason === '')
    return fail(
      refusal(
        'RDY8',
        `${missing.length === 1 ? 'Something is' : `${missing.length} things are`} missing. Say why the meeting starts anyway.`,
      ),
    ) // RDY8
  const planMs = plannedTotalMs(state.record.agenda)
  const isFirst = review && review.status !== 'in-progress'
  return ok([
    ...leaveActive(state, itemId),
    ...(item.status === 'pending' ? [] : edit('agenda', item, { status: 'pending' })),
    ...(isFirst ? edit('review', review, { status: 'in-progress', closedAt: null }) : []), // TIM7
    ...(review && missing.length > 0 ? edit('review', review, { startedAnyway: { reason, missing, at: now } }) : []), // RDY8
    eventChange(state, { kind: 'started', itemId, ...(line.stretches.length > 0 ? {} : { planMs }) }, now, newId()), // TIM15
  ])
}

export const nextItemInput = z.object({ startedAnyway })

/** TIM8: goes on to the next pending item in order, or ends the last one. */
export const nextItem: Verb<StartState, z.infer<typeof nextItemInput>> = (state, input, context) => {
  const { activeItemId } = timelineOf(state.record.timer)
  const items = stepsOf(state.record.agenda)
  const from = items.findIndex((item) => item.id === activeItemId)
  const next = items.slice(from + 1).find((item) => item.status === 'pending') // TIM8
  if (next) return startItem(state, { ...input, itemId: next.id }, context)
  return activeItemId === null ? fail(refusal('TIM8', 'Every item was discussed.')) : endItem(state, {}, context)
}

export const previousItemInput = z.object({})

/** TIM8: goes back to the item before, which runs on from the time it had. */
export const previousItem: Verb<StartState, z.infer<typeof previousItemInput>> = (state, _input, context) => {
  const { activeItemId } = timelineOf(state.record.timer)
  const items = stepsOf(state.record.agenda)
  const at = activeItemId === null ? items.length : items.findIndex((item) => item.id === activeItemId)
  const before = items[at - 1]
  return before ? startItem(state, { itemId: before.id }, context) : fail(refusal('TIM8', 'This is the first item.'))
}

export const endItemInput = z.object({})

export const endItem: Verb<TimerState, z.infer<typeof endItemInput>> = (state, _input, { now, newId }) => {
  if (timelineOf(state.record.timer).activeItemId === null) return fail(refusal('TIM2', 'No item is running.'))
  return ok([...leaveActive(state), eventChange(state, { kind: 'ended' }, now, newId())])
}

export const pauseTimerInput = z.object({})

/** TIM9: only a running item can be paused, only a paused one resumed. */
export const pauseTimer: Verb<TimerState, z.infer<typeof pauseTimerInput>> = (state, _input, { now, newId }) => {
  const { activeItemId, isPaused } = timelineOf(state.record.timer)
  if (activeItemId === null || isPaused) return fail(refusal('TIM9', 'No item is running.')) // TIM9
  return ok([eventChange(state, { kind: 'paused' }, now, newId())])
}

export const resumeTimerInput = z.object({})

export const resumeTimer: Verb<TimerState, z.infer<typeof resumeTimerInput>> = (state, _input, { now, newId }) => {
  if (!timelineOf(state.record.timer).isPaused) return fail(refusal('TIM9', 'The timer is not paused.')) // TIM9
  return ok([eventChange(state, { kind: 'resumed' }, now, newId())])
}

export const recordClockChangeInput = z.object({
  eventId: id,
  at: instant,
  deltaMs: z.number().int(),
  withinMs: z.number().int().min(0).optional(),
})

/** TIM4: a jump of the wall clock is recorded once, and subtracted from then on. */
export const recordClockChange: Verb<TimerState, z.infer<typeof recordClockChangeInput>> = (
  state,
  { eventId, at, ...change },
) => {
  if (state.record.timer[eventId]) return ok([])
  return ok([eventChange(state, { kind: 'clockChanged', ...change }, at, eventId)]) // TIM4
}
