import { useEffect, useState } from 'react'
import { missingAtStart } from '../../../shared/readiness/missing'
import { useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { useWantedStart } from '../../storage/use-start'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import styles from './start-form.module.css'

/** RDY8: names what is missing and takes the reason why the meeting starts anyway. */
export function StartForm({ onSeeReadiness }: { readonly onSeeReadiness: () => void }) {
  const [wanted, close] = useWantedStart()
  // Another review must not find it open.
  useEffect(() => close, [close])
  return wanted && <Form key={wanted.itemId} {...wanted} onClose={close} onSeeReadiness={onSeeReadiness} />
}

interface FormProps {
  readonly itemId: string
  readonly onStarted: () => void
  readonly onClose: () => void
  readonly onSeeReadiness: () => void
}

function Form({ itemId, onStarted, onClose, onSeeReadiness }: FormProps) {
  const record = useReview((snapshot) => snapshot.record)
  const { error, attempt } = useTry()
  const [reason, setReason] = useState('')
  const missing = missingAtStart(record)
  const start = () => {
    if (attempt('startItem', { itemId, startedAnyway: reason }) !== null) return
    onClose()
    onStarted()
  }
  const see = () => {
    onClose()
    onSeeReadiness()
  }
  return (
    <Dialog
      title={missing.length === 1 ? '1 thing is missing' : `${missing.length} things are missing`}
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button look="quiet" onPress={see}>
            See readiness
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" icon="play" isDisabled={reason.trim() === ''} onPress={start}>
            Start anyway
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <ul>
          {missing.map(({ kind, id, words }) => (
            <li key={`${kind} ${id}`} dir="auto">
              {words}
            </li>
          ))}
        </ul>
        <TextField
          label="Why the meeting starts anyway"
          hint="It is needed, and goes into the minutes with what is missing."
          value={reason}
          error={error}
          onChange={setReason}
          onEnter={start}
          maxLength={2000}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
