import { excessMs, plannedTotalMs } from '../../../shared/timer/countdown'
import { formatLength, formatMinutes } from '../../../shared/timer/format'
import { useReview } from '../../storage/use-review'
import { StatusText } from '../../ui/status'
import styles from './agenda.module.css'

interface AgendaSumProps {
  /** How many items there are. */
  readonly count: number
  /** Clock time of the end; '' without a start. */
  readonly ends: string
}

/** All of the agenda in one line, and what it exceeds the scheduled length by. */
export function AgendaSum({ count, ends }: AgendaSumProps) {
  const agenda = useReview(({ record }) => record.agenda)
  const lengthMs = useReview(({ record }) => record.review['review']?.scheduledLengthMs ?? null)
  const excess = excessMs(agenda, lengthMs)
  return (
    <p className={styles['sum']} data-figures="">
      <span>
        {count} {count === 1 ? 'item' : 'items'}, {formatMinutes(plannedTotalMs(agenda))} minutes
        {ends === '' ? '. Clock times as if it began now; the start is set in Overview.' : `, ends ${ends}`}
      </span>
      {excess !== null && lengthMs !== null && (
        <span>
          {excess > 0 ? (
            <StatusText tone="danger" icon="warning">
              {formatMinutes(excess)} min over {formatLength(lengthMs)}
            </StatusText>
          ) : (
            `${excess === 0 ? 'Fills' : `${formatMinutes(-excess)} min free of`} ${formatLength(lengthMs)}`
          )}
        </span>
      )}
    </p>
  )
}
