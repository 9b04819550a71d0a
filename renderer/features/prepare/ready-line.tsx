import { nameOf } from '../../../shared/record/words'
import { asksAtStart, type Missing, missingAtStart, waivedAtStart } from '../../../shared/readiness/missing'
import { timelineOf } from '../../../shared/timer/timeline'
import { useReview } from '../../storage/use-review'
import { jumpTo } from '../../ui/jump'
import { Status } from '../../ui/status'
import styles from './readiness.module.css'

/** RDY7: at a glance whether anything is missing, each thing one press away; once the meeting has begun, how it began. */
export function ReadyLine() {
  const record = useReview((snapshot) => snapshot.record)
  const hasBegun = timelineOf(record.timer).stretches.length > 0
  const anyway = record.review['review']?.startedAnyway ?? null
  if (hasBegun)
    return (
      <div className={styles['line']}>
        <Status tone={anyway ? 'warn' : 'ok'} icon={anyway ? 'warning' : 'check'}>
          {anyway ? 'Started anyway' : 'Started'}
        </Status>
        <span dir="auto">{anyway ? anyway.reason : 'Nothing was missing.'}</span>
        {anyway && <span className={styles['was']}>Was missing:</span>}
        {anyway && (
          <ul className={styles['missing']} aria-label="Missing at the start">
            {anyway.missing.map((words, at) => (
              <li key={at} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        )}
        <Waived />
      </div>
    )
  const missing = missingAtStart(record)
  if (!asksAtStart(record))
    return (
      <div className={styles['line']}>
        <Status icon="clock">Nothing asked</Status>
        <span>There is no entrance criterion and no reviewer, so nothing has to be shown before the meeting begins.</span>
      </div>
    )
  if (missing.length === 0)
    return (
      <div className={styles['line']}>
        <Status tone="ok" icon="check">
          Ready
        </Status>
        <span>Nothing is missing at the start.</span>
        <Waived />
      </div>
    )
  return (
    <div className={styles['line']}>
      <Status tone="warn" icon="warning">
        {missing.length === 1 ? '1 thing missing' : `${missing.length} things missing`}
      </Status>
      <Jumps label="Missing at the start" to={missing} />
      <Waived />
    </div>
  )
}

/** RDY12: what is let stand is said beside what is ready. */
function Waived() {
  const record = useReview((snapshot) => snapshot.record)
  const waived = waivedAtStart(record)
  if (waived.length === 0) return null
  return (
    <div className={styles['waived']}>
      <span>Waived:</span>
      <Jumps label="Waived at the start" to={waived} />
    </div>
  )
}

function Jumps({ label, to }: { readonly label: string; readonly to: readonly Missing[] }) {
  const people = useReview((snapshot) => snapshot.record.people)
  return (
    <ul className={styles['missing']} aria-label={label}>
      {to.map(({ kind, id, words }) => (
        <li key={`${kind} ${id}`}>
          <button
            type="button"
            className={styles['jump']}
            onClick={() => jumpTo(`${kind}-${id}`)}
            title={kind === 'preparation' ? nameOf(id, people) : undefined}
          >
            <span dir="auto">{words}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
