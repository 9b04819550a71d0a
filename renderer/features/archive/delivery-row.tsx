import { useState } from 'react'
import type { Delivery, HostError } from '../../../shared/host-contract'
import { minuteWords } from '../../../shared/review/dates'
import { isBeginning } from '../../storage/use-deliveries'
import { useHost } from '../../storage/use-host'
import { Button } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { Progress } from '../../ui/progress'
import { StatusText } from '../../ui/status'
import { useTrying } from '../../ui/use-trying'
import { sizeWords, timeWords } from '../../ui/words'
import styles from './archive.module.css'
import { bytesOf, conflictsOf, nameOf, pathOf, problemWords } from './delivery-words'

type Problem = NonNullable<Delivery['problem']>

export interface DeliveryRowProps {
  readonly delivery: Delivery
  readonly timeZone: string
  /** Whether a later one has taken its place in the folder. */
  readonly isReplaced: boolean
}

/** One saved bundle or minutes: how it stands, and what can be done about it. */
export function DeliveryRow({ delivery, timeZone, isReplaced }: DeliveryRowProps) {
  const { id, folder, savedAt, state, kind } = delivery
  const host = useHost()
  const [problem, setProblem] = useState('')
  const [isChecking, setChecking] = useState(false)
  const [isGivingUp, setGivingUp] = useState(false)
  const act = (what: 'retry' | 'cancel') => () => void host.call('delivery:act', { deliveryId: id, act: what })
  const { isTrying, wasAsked, begin } = useTrying(isBeginning(delivery), act('retry'))
  // The buttons of a failed one stay while it is tried, and the keyboard with them.
  const isFailed = state === 'failed' || (isTrying && isBeginning(delivery))

  async function verify() {
    setChecking(true)
    const answer = await host.call('archive:verify', { jobId: crypto.randomUUID(), path: pathOf(delivery) })
    setProblem(answer.ok ? '' : damageWords(answer.error))
    setChecking(false)
  }

  return (
    <li data-state={state}>
      <div className={styles['where']}>
        <p className={styles['file']}>{nameOf(delivery)}</p>
        <p className={styles['hint']}>
          {minuteWords(savedAt, timeZone)}, <span data-figures="">{sizeWords(delivery.files[0]?.bytes ?? 0)}</span>,{' '}
          {state === 'delivered' ? 'in' : 'to'} <bdi>{folder}</bdi>
        </p>
        {state === 'delivered' && isReplaced ? (
          <p className={styles['hint']}>Delivered, and replaced since by one saved later</p>
        ) : isTrying && isFailed ? (
          <p role="status">
            <StatusText icon="clock">Trying …</StatusText>
          </p>
        ) : (
          <State delivery={delivery} timeZone={timeZone} problem={problem} wasAsked={wasAsked} onCancel={act('cancel')} />
        )}
      </div>
      {state === 'delivered' && kind === 'bundle' && !isReplaced && (
        <Button size="small" isDisabled={isChecking} onPress={() => void verify()}>
          {isChecking ? 'Reading' : 'Verify'}
        </Button>
      )}
      {state === 'queued' && !isFailed && (
        <Button size="small" onPress={act('cancel')}>
          Cancel
        </Button>
      )}
      {isFailed && (
        <div className={styles['column']}>
          <Button size="small" onPress={begin}>
            Try again
          </Button>
          <Button size="small" look="quiet" onPress={() => setGivingUp(true)}>
            Give up
          </Button>
          <Confirm
            title={`Give up delivering ${nameOf(delivery)}?`}
            verb="Give up"
            isOpen={isGivingUp}
            onClose={() => setGivingUp(false)}
            onConfirm={act('cancel')}
          >
            The copy of it on this computer goes. The review stays as it is and can be saved again.
          </Confirm>
        </div>
      )}
    </li>
  )
}

interface StateProps {
  readonly delivery: Delivery
  readonly timeZone: string
  /** What verifying found. */
  readonly problem: string
  readonly wasAsked: boolean
  readonly onCancel: () => void
}

/** How far a delivery is, in words. */
function State({ delivery, timeZone, problem, wasAsked, onCancel }: StateProps) {
  const { state, done, verifiedAt } = delivery
  if (state === 'copying' || state === 'reading-back') {
    const label = state === 'copying' ? 'Copying to the folder' : 'Reading back'
    return (
      <div className={styles['way']}>
        <Progress label={label} done={done} total={bytesOf(delivery)} onCancel={onCancel} />
      </div>
    )
  }
  if (state === 'queued')
    return (
      <p role="status">
        <StatusText icon="clock">Safe on this computer, waiting to be copied</StatusText>
      </p>
    )
  if (state === 'failed')
    return (
      <p role="status" className={styles['why']}>
        <StatusText tone="danger" icon="warning">
          <span>
            Not delivered: {delivery.problem && problemWords(delivery.problem)}{' '}
            {delivery.problem?.kind !== 'altered' && 'It is safe on this computer.'}
            {delivery.problem && triesWords(delivery.problem, wasAsked, timeZone)}
          </span>
        </StatusText>
      </p>
    )
  return (
    <>
      <p role="status" className={styles['why']}>
        {problem !== '' ? (
          <StatusText tone="danger" icon="warning">
            {problem}
          </StatusText>
        ) : (
          verifiedAt !== null && (
            <StatusText tone="ok" icon="check">
              Delivered, and checked by reading it back: {minuteWords(verifiedAt, timeZone)}
            </StatusText>
          )
        )}
      </p>
      {conflictsOf(delivery).length > 0 && (
        <p>
          <StatusText tone="warn" icon="warning">
            A different file had the name there. It was left alone; this is a copy beside it.
          </StatusText>
        </p>
      )}
    </>
  )
}

/** When it was tried, and when it is tried again. */
function triesWords({ triedAt, nextTryAt }: Problem, wasAsked: boolean, timeZone: string): string {
  const tried = triedAt === null ? '' : ` ${wasAsked ? 'Tried again' : 'Tried'} at ${timeWords(triedAt, timeZone)}.`
  return `${tried}${nextTryAt === null ? '' : ` The next try is at ${timeWords(nextTryAt, timeZone)}, by itself, also after a restart.`}`
}

function damageWords({ kind, details = [] }: HostError): string {
  if (kind === 'altered') return `Changed since it was saved: ${details.slice(0, 3).join(', ')}`
  if (kind === 'not-found') return 'Not there: moved, renamed, or its drive is not connected'
  if (kind === 'malformed') return 'Damaged: it is no bundle any more'
  if (kind === 'no-review') return 'Another bag lies there now: it holds no review'
  return 'Could not be read'
}
