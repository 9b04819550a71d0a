import { useState } from 'react'
import type { GateCriterion } from '../../../shared/readiness/gate'
import { nameOf } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './gate-criteria.module.css'

interface WaiverProps {
  readonly criterion: GateCriterion
  readonly mayEdit: boolean
  readonly onDone: () => void
}

/** RDY2: who waives a criterion, and why. */
export function Waiver({ criterion: { id: criterionId, status, waivedBy, reason: given }, mayEdit, onDone }: WaiverProps) {
  const people = useReview(({ record }) => record.people)
  const { error, attempt } = useTry()
  const [isChanging, setIsChanging] = useState(false)
  const [byId, setById] = useState(waivedBy)
  const [reason, setReason] = useState(given)
  if (status === 'waived' && !isChanging)
    return (
      <p className={styles['waived']}>
        <span dir="auto">
          <b>Waived by {nameOf(waivedBy, people)}:</b> {given}
        </span>
        {mayEdit && (
          <Button size="small" look="quiet" onPress={() => setIsChanging(true)}>
            Change
          </Button>
        )}
      </p>
    )
  const close = () => {
    setIsChanging(false)
    onDone()
  }
  const isReady = byId !== null && reason.trim() !== ''
  const waive = () => {
    if (isReady && attempt('decideGateCriterion', { criterionId, status: 'waived', waivedBy: byId, reason }) === null) close()
  }
  return (
    <div className={styles['waiver']} role="group" aria-label="Waiver">
      <Select
        label="Waived by"
        isLabelHidden
        placeholder="Waived by"
        options={inOrder(people).map(({ id, name }) => ({ key: id, label: name }))}
        value={byId}
        onChange={setById}
        isDisabled={!mayEdit}
      />
      <TextField
        label="Reason"
        isLabelHidden
        placeholder={Object.keys(people).length === 0 ? 'Enter people first' : 'Reason'}
        value={reason}
        onChange={setReason}
        onEnter={waive}
        onEscape={close}
        isDisabled={!mayEdit}
        maxLength={2000}
      />
      <Button onPress={waive} isDisabled={!mayEdit || !isReady}>
        Waive
      </Button>
      <Button look="quiet" onPress={close}>
        Cancel
      </Button>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
