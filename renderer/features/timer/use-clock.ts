import { useCallback, useMemo } from 'react'
import type { RecordState } from '../../../shared/record/state'
import { type Countdown, countdownOf, type Projection, projectionOf } from '../../../shared/timer/countdown'
import { type Ledger, ledgerOf } from '../../../shared/timer/ledger'
import { type Timeline, timelineOf } from '../../../shared/timer/timeline'
import { useReview } from '../../storage/use-review'
import { useCountdown } from '../../ui/use-countdown'

export interface Clock {
  readonly timeline: Timeline
  readonly countdown: Countdown
  readonly ledger: Ledger
  readonly projection: Projection
  readonly now: number
}

/** All times of the meeting as they stand now; told anew each shown second while a span runs. TIM3 */
export function useClock(): Clock {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const review = useReview(({ record }) => record.review['review'])
  const scheduledStart = review?.scheduledStart ?? null
  const timeline = useMemo(() => timelineOf(timer), [timer])
  const isUnderWay = timeline.stretches.length > 0
  const shown = useCallback((now: number) => shownMs(agenda, timeline, now), [agenda, timeline])
  const now = useCountdown(shown, isUnderWay)
  return {
    timeline,
    countdown: countdownOf(agenda, timeline, now, review),
    ledger: ledgerOf(agenda, timeline, now),
    projection: projectionOf(agenda, timeline, scheduledStart, now),
    now,
  }
}

/** The figure that changes each second: what is left of the item, or what has passed of a pause. */
function shownMs(agenda: RecordState['agenda'], timeline: Timeline, now: number): number {
  const { leftMs, phase } = countdownOf(agenda, timeline, now)
  return phase === 'idle' || phase === 'paused' ? -ledgerOf(agenda, timeline, now).elapsedMs : leftMs
}
