import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
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
import { returnTo } from './stay'

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
  const form = useRef<HTMLDivElement>(null)
  const isOpen = status !== 'waived' || isChanging
  useEffect(() => {
    if (!isOpen) return undefined
    // After the list of states has given the focus back.
    const frame = requestAnimationFrame(() => form.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
  const change = () => {
    setById(waivedBy)
    setReason(given)
    setIsChanging(true)
  }
  if (!isOpen)
    return (
      <p className={styles['waived']}>
        <span dir="auto">
          <b>Waived by {nameOf(waivedBy, people)}:</b> {given}
        </span>
        {mayEdit && (
          <Button size="small" look="quiet" onPress={change}>
            Change
          </Button>
        )}
      </p>
    )
  const close = () => {
    returnTo(form.current?.closest('li'))
    setIsChanging(false)
    onDone()
  }
  const onEscape = (event: KeyboardEvent<HTMLDivElement>) => {
    // Not that of the open list of people.
    if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Element)) return
    event.stopPropagation()
    close()
  }
  const isReady = byId !== null && reason.trim() !== ''
  const waive = () => {
    if (isReady && attempt('decideGateCriterion', { criterionId, status: 'waived', waivedBy: byId, reason }) === null) close()
  }
  return (
    <div ref={form} className={styles['waiver']} role="group" aria-label="Waiver" onKeyDownCapture={onEscape}>
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
        isDisabled={!mayEdit}
        maxLength={2000}
      />
      <div className={styles['acts']}>
        <Button onPress={waive} isDisabled={!mayEdit || !isReady}>
          Waive
        </Button>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
      </div>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
