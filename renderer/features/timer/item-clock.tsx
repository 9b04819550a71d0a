import { formatClock } from '../../../shared/timer/format'
import { useReview } from '../../storage/use-review'
import { StatusText } from '../../ui/status'
import { useClock } from './use-clock'

/** What is left of the running item, for where the timer itself is covered; nothing while nothing runs. */
export function ItemClock() {
  const agenda = useReview(({ record }) => record.agenda)
  const { countdown } = useClock()
  const item = countdown.itemId === null ? undefined : agenda[countdown.itemId]
  if (!item) return null
  const isLate = countdown.phase === 'overtime'
  return (
    <span role="timer" aria-label={`Time left for ${item.title}`} title={item.title} data-figures="">
      <StatusText icon="clock" tone={isLate ? 'overtime' : countdown.phase === 'danger' ? 'danger' : 'neutral'}>
        {isLate
          ? `${formatClock(-countdown.leftMs)} over`
          : `${formatClock(countdown.leftMs)} left${countdown.phase === 'paused' ? ', paused' : ''}`}
      </StatusText>
    </span>
  )
}
