import { z } from 'zod'
import { id, instant } from '../review/fields'

const base = { id, seq: z.number().int().min(1), at: instant }

/**
 * The timer as a list of instants, never a ticking value (TIM1). Everything shown is folded from it in the order of `seq`.
 * `clockChanged.deltaMs` is how far the wall clock moved against time since boot, and `withinMs` how long before `at` the clocks
 * were last seen to agree; reviews of the first version do not have it.
 */
export const timerEventSchema = z.discriminatedUnion('kind', [
  // TIM15: the first start keeps the planned length of the meeting as it was then, in ms.
  z.object({ ...base, kind: z.literal('started'), itemId: id, planMs: z.number().int().min(0).optional() }),
  z.object({ ...base, kind: z.literal('paused') }),
  z.object({ ...base, kind: z.literal('resumed') }),
  z.object({ ...base, kind: z.literal('ended') }),
  z.object({ ...base, kind: z.literal('extended'), itemId: id, byMs: z.number().int() }),
  z.object({ ...base, kind: z.literal('endMoved'), byMs: z.number().int() }),
  z.object({ ...base, kind: z.literal('clockChanged'), deltaMs: z.number().int(), withinMs: z.number().int().min(0).optional() }),
])
export type TimerEvent = z.infer<typeof timerEventSchema>
