import type { Instant } from '../context'
import { type Change, create } from '../review/change'
import type { Collection } from '../review/fields'
import { type TimerEvent, timerEventSchema } from './event'

interface State {
  readonly record: { readonly timer: Collection<TimerEvent> }
}

/** A timer event without what every event has. */
export type Moment = {
  [Kind in TimerEvent['kind']]: Omit<Extract<TimerEvent, { kind: Kind }>, 'id' | 'seq' | 'at'>
}[TimerEvent['kind']]

/** The change that adds an event behind all others; `after` is how many the same verb adds before it. */
export function eventChange(state: State, moment: Moment, at: Instant, eventId: string, after = 0): Change {
  const last = Object.values(state.record.timer).reduce((highest, event) => Math.max(highest, event.seq), 0)
  return create('timer', timerEventSchema.parse({ ...moment, id: eventId, seq: last + 1 + after, at }))
}
