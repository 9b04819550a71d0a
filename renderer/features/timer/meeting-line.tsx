import { formatClock } from '../../../shared/timer/format'
import { useReview } from '../../storage/use-review'
import { StatusText } from '../../ui/status'
import styles from './meeting-line.module.css'
import { useClock } from './use-clock'

/** How long the meeting has lasted, when it will end, and how far that is from the plan. */
export function MeetingLine() {
  const timeZone = useReview(({ record }) => record.review['review']?.timeZone ?? 'UTC')
  const isScheduled = useReview(({ record }) => (record.review['review']?.scheduledStart ?? null) !== null)
  const hasItems = useReview(({ record }) => Object.keys(record.agenda).length > 0)
  const { timeline, ledger, projection } = useClock()
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  const lateMinutes = Math.round(projection.lateMs / 60_000)
  return (
    <div className={styles['line']} data-figures="">
      <span>{timeline.stretches.length === 0 ? 'not started' : formatClock(ledger.elapsedMs)}</span>
      {hasItems && (
        <span>
          ends {clock.format(projection.endsAt)}{' '}
          {lateMinutes === 0 ? (
            isScheduled && 'on time'
          ) : (
            <StatusText tone={lateMinutes > 0 ? 'warn' : 'ok'}>
              {lateMinutes > 0 ? `${lateMinutes} min late` : `${-lateMinutes} min early`}
            </StatusText>
          )}
        </span>
      )}
    </div>
  )
}
