import { minuteWords } from '../../../shared/review/dates'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Status } from '../../ui/status'
import { useClosingDesk } from './closing-desk'
import { beforehandWords, closingNeeds, type Need } from './closing-needs'
import styles from './closing.module.css'
import { jumpTo } from '../../ui/jump'
import { jumpKey, useJumpKeys } from './jump'
import { useMayEdit, useTry } from '../../storage/use-act'

/** How far the review is, what is missing before it can be closed, and the one step that comes next. */
export function Closing() {
  const record = useReview((snapshot) => snapshot.record)
  const review = record.review['review']
  const { mayEdit, mayEditActions } = useMayEdit()
  const { error, attempt } = useTry()
  const isFollowUp = review?.status === 'follow-up'
  const needs = isFollowUp ? closingNeeds(record) : []
  const isDeciding = Object.values(record.decisions).some(({ status }) => status === 'proposed')
  const isReady = needs.every(({ isRequired }) => !isRequired)
  const { open } = useClosingDesk()
  const mend = ({ jump, step }: Need) => (step === undefined ? jumpTo(jump) : open(step))
  useJumpKeys(needs.map((need) => () => mend(need)))
  if (!review) return null

  return (
    <section className={styles['closing']} aria-label="Closing">
      <div className={styles['row']}>
        {review.status === 'in-progress' && (
          <>
            <Status tone="accent" icon="play">
              In progress
            </Status>
            <p className={styles['words']}>Ending the meeting stops the timer and marks agenda items not discussed as carried.</p>
            <Button isDisabled={!mayEdit} onPress={() => open()}>
              Close step by step
            </Button>
            <Button look={isDeciding ? 'plain' : 'primary'} isDisabled={!mayEdit} onPress={() => attempt('endMeeting', {})}>
              End the meeting
            </Button>
          </>
        )}
        {isFollowUp && (
          <>
            <Status tone={isReady ? 'ok' : 'warn'} icon={isReady ? 'check' : 'warning'}>
              {isReady ? 'Can be closed' : 'Not ready to close'}
            </Status>
            <Needs needs={needs} onMend={mend} />
            <Button
              look={isReady ? 'primary' : 'plain'}
              isDisabled={!mayEdit || !isReady}
              onPress={() => attempt('closeReview', {})}
            >
              Close the review
            </Button>
          </>
        )}
        {review.status === 'closed' && (
          <>
            <Status icon="lock">Closed</Status>
            <p className={styles['words']}>
              {review.closedAt !== null && <time>{minuteWords(review.closedAt, review.timeZone)}. </time>}
              Actions go on; everything else stays as it is.
            </p>
            <Button isDisabled={!mayEditActions} onPress={() => attempt('reopenReview', {})}>
              Open again
            </Button>
          </>
        )}
        {(review.status === 'planned' || review.status === 'preparing') && (
          <>
            <Status icon="clock">Not held yet</Status>
            <p className={styles['words']}>{beforehandWords(record.decisions)}</p>
          </>
        )}
      </div>
      {error !== '' && <Refused>{error}</Refused>}
    </section>
  )
}

function Needs({ needs, onMend }: { readonly needs: readonly Need[]; readonly onMend: (need: Need) => void }) {
  if (needs.length === 0) return <p className={styles['words']}>Nothing is missing.</p>
  return (
    <ul className={styles['needs']} aria-label="What is missing">
      {needs.map((need, at) => (
        <li key={need.jump}>
          <button
            type="button"
            className={cx(styles['need'], !need.isRequired && styles['optional'])}
            onClick={() => onMend(need)}
          >
            {jumpKey(at) !== null && <kbd>{jumpKey(at)}</kbd>}
            {need.isRequired && <Icon name="warning" />}
            {need.text}
            {!need.isRequired && <span className={styles['quiet']}>(not required)</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
