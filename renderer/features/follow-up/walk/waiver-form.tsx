import { useRef, useState } from 'react'
import { nameOf } from '../../../../shared/record/words'
import { useAct } from '../../../storage/use-act'
import { useReview } from '../../../storage/use-review'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'
import { useKept } from '../closing-desk'
import { thenOn } from './focus'
import { PeopleKeys } from './people-keys'
import { useNamed } from './use-named'
import styles from './walk.module.css'
import { WordsField } from './words-field'

/** RDY2: who waives an exit criterion, and why. */
export function WaiverForm({ criterionId, onDone }: { readonly criterionId: string; readonly onDone: () => void }) {
  const people = useReview(({ record }) => record.people)
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  const [byId, setById] = useKept<string | null>(`waiver ${criterionId}`, null)
  const [reason, setReason] = useKept(`waiver because ${criterionId}`, '')
  const [error, setError] = useState('')
  const named = useNamed((personId) => (setById(personId), null))
  function waive(): void {
    thenOn(place.current, () => {
      const refused = act('decideGateCriterion', { criterionId, status: 'waived', waivedBy: byId, reason })
      setError(refused ?? '')
      if (refused === null) onDone()
      return refused === null
    })
  }
  return (
    <div ref={place} className={styles['waiver']} data-more="">
      <WordsField
        field={`waived by ${criterionId}`}
        label="Who waives it"
        placeholder="Waived by: digit or name"
        stored={byId === null ? '' : nameOf(byId, people)}
        isLeft={byId === null}
        isOff={false}
        {...named}
      />
      <div data-row={`why ${criterionId}`} data-left={reason.trim() === ''}>
        <TextField
          label="Reason of the waiver"
          isLabelHidden
          placeholder="Reason"
          value={reason}
          error={error}
          onChange={setReason}
          onEnter={waive}
        />
      </div>
      <Button onPress={waive}>Waive</Button>
      <PeopleKeys />
    </div>
  )
}
