import { z } from 'zod'
import { parkTopic, parkTopicInput } from '../agenda/floor-verbs'
import { itemSchema, type ParkedTopic, type Question } from '../agenda/item'
import { branchAt, outlineOf, stepsOf } from '../agenda/outline'
import { fail, ok } from '../result'
import { create, refusal } from '../review/change'
import { type Collection, durationMs, id } from '../review/fields'
import { orderBefore } from '../review/order'
import type { Verb } from '../review/verb'
import { countdownOf } from './countdown'
import { eventChange } from './event-change'
import { sharesOf } from './take-time'
import { timelineOf } from './timeline'
import { nextItem, startItem, type StartState, type TimerState } from './timer-verbs'

const DAY_MS = 24 * 3_600_000
const signedMs = z
  .number()
  .int()
  .min(-7 * DAY_MS)
  .max(7 * DAY_MS)

export const extendTimerInput = z.object({ itemId: id, byMs: signedMs })

/** TIM10: added time is kept apart from planned time. TIM12: what is taken away again leaves nothing allotted at least. */
export const extendTimer: Verb<TimerState, z.infer<typeof extendTimerInput>> = (state, { itemId, byMs }, { now, newId }) => {
  const item = state.record.agenda[itemId]
  if (!item) return fail(refusal('TIM10', 'This agenda item was removed.'))
  const allottedMs = Math.max(0, item.plannedMs + (timelineOf(state.record.timer).extendedMs[itemId] ?? 0))
  const given = Math.max(byMs, -allottedMs) // TIM12
  if (given === 0) return fail(refusal('TIM12', 'This item has no time left that could be taken away.'))
  return ok([eventChange(state, { kind: 'extended', itemId, byMs: given }, now, newId())]) // TIM10
}

export const setTimeLeftInput = z.object({ leftMs: durationMs })

/** TIM12: what is left of the running item is set by adding or taking the difference. */
export const setTimeLeft: Verb<TimerState, z.infer<typeof setTimeLeftInput>> = (state, { leftMs }, { now, newId }) => {
  const countdown = countdownOf(state.record.agenda, timelineOf(state.record.timer), now)
  if (countdown.itemId === null) return fail(refusal('TIM2', 'No item is running.'))
  const byMs = leftMs - countdown.leftMs // TIM12
  return ok(byMs === 0 ? [] : [eventChange(state, { kind: 'extended', itemId: countdown.itemId, byMs }, now, newId())])
}

export const takeTimeInput = z.object({
  itemId: id.nullable(),
  byMs: durationMs,
  fromIds: z.array(id).max(500).optional(),
})

/** TIM13: time goes from items to come to this one, or to nobody: the planned end stays, or comes that much sooner. */
export const takeTime: Verb<TimerState, z.infer<typeof takeTimeInput>> = (state, input, { now, newId }) => {
  const { agenda } = state.record
  if (input.itemId !== null && !agenda[input.itemId]) return fail(refusal('TIM13', 'This agenda item was removed.'))
  const taken = sharesOf(agenda, timelineOf(state.record.timer), now, input)
  if (taken.length === 0) return fail(refusal('TIM13', 'No item to come has more than a minute, so there is nothing to take.')) // TIM13
  const sum = taken.reduce((total, { byMs }) => total + byMs, 0)
  const moves = taken.map(({ itemId, byMs }) => ({ itemId, byMs: -byMs }))
  const all = input.itemId === null ? moves : [{ itemId: input.itemId, byMs: sum }, ...moves]
  return ok(all.map((move, at) => eventChange(state, { kind: 'extended', ...move }, now, newId(), at)))
}

export const moveEndInput = z.object({ byMs: signedMs })

/** TIM15: the end people were told is another one now; the plan, and when it should have begun, stay. */
export const moveEnd: Verb<TimerState, z.infer<typeof moveEndInput>> = (state, { byMs }, { now, newId }) => {
  if (timelineOf(state.record.timer).stretches.length === 0)
    return fail(refusal('TIM15', 'The meeting has not begun. Its start is set under Prepare.')) // TIM15
  return ok(byMs === 0 ? [] : [eventChange(state, { kind: 'endMoved', byMs }, now, newId())])
}

export const parkAndGoOnInput = parkTopicInput.pick({ text: true })

interface FloorState extends StartState {
  readonly record: StartState['record'] & {
    readonly questions: Collection<Question>
    readonly parking: Collection<ParkedTopic>
  }
}

/** TIM14: the topic is set aside with a text and the meeting goes on, in one step. */
export const parkAndGoOn: Verb<FloorState, z.infer<typeof parkAndGoOnInput>> = (state, { text }, context) => {
  const { activeItemId } = timelineOf(state.record.timer)
  if (activeItemId === null) return fail(refusal('TIM2', 'No item is running.'))
  const parked = parkTopic(state, { text, itemId: activeItemId }, context)
  if (!parked.ok) return parked
  const next = nextItem(state, {}, context)
  return next.ok ? ok([...parked.value, ...next.value]) : next // TIM14
}

export const takeBreakInput = z.object({ plannedMs: durationMs })

/** TIM16: a break is an item of its own behind the one that ran, and starts at once; going back takes that item up again. */
export const takeBreak: Verb<StartState, z.infer<typeof takeBreakInput>> = (state, { plannedMs }, context) => {
  const { agenda, timer } = state.record
  const { activeItemId } = timelineOf(timer)
  const rows = outlineOf(agenda)
  const steps = stepsOf(agenda)
  const currentId = activeItemId ?? steps.findLast(({ status }) => status === 'discussed')?.id
  const at = rows.findIndex(({ item }) => item.id === currentId)
  const next = at < 0 ? rows.find(({ isSection }) => !isSection) : rows[at + branchAt(rows, at).length]
  const level = (at < 0 ? next : rows[at])?.level ?? 0
  const item = itemSchema.parse({
    id: context.newId(),
    order: orderBefore(agenda, next?.item.id ?? null),
    title: 'Break',
    level,
    kind: 'break',
    plannedMs,
  })
  const started = startItem({ record: { ...state.record, agenda: { ...agenda, [item.id]: item } } }, { itemId: item.id }, context) // TIM16
  return started.ok ? ok([create('agenda', item), ...started.value]) : started
}
