import type { Decision } from '../../../shared/decision/decision'
import type { FeedbackItem } from '../../../shared/feedback/item'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useKept } from './closing-desk'
import styles from './decision.module.css'
import { useMayEdit, useTry } from '../../storage/use-act'
import { nameOf } from '../../../shared/record/words'

export interface WaiversProps {
  readonly decision: Decision
  /** Open blocking findings without a waiver, while they stand against *proceed*. */
  readonly blocking: readonly FeedbackItem[]
}

/** DEC2: what stands against *proceed*, each to be waived by name with a reason, and what was waived. */
export function Waivers({ decision, blocking }: WaiversProps) {
  const { feedback, people } = useReview((snapshot) => snapshot.record)
  if (blocking.length === 0 && decision.waivers.length === 0) return null
  return (
    <div className={styles['group']}>
      {decision.waivers.map(({ feedbackId, byId, reason }) => (
        <p key={feedbackId} className={styles['quiet']}>
          <strong>Waived by {nameOf(byId, people)}:</strong> {feedback[feedbackId]?.text ?? 'a removed finding'} ({reason})
        </p>
      ))}
      {blocking.map((item) => (
        <WaiverForm key={item.id} decisionId={decision.id} item={item} />
      ))}
    </div>
  )
}

function WaiverForm({ decisionId, item }: { readonly decisionId: string; readonly item: FeedbackItem }) {
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const [byId, setById] = useKept<string | null>(`waived by ${item.id}`, null)
  const [reason, setReason] = useKept(`waived because ${item.id}`, '')
  const isReady = byId !== null && reason.trim() !== ''
  const waive = (): void => {
    if (byId !== null) attempt('waiveFinding', { decisionId, feedbackId: item.id, byId, reason: reason.trim() })
  }
  return (
    <div className={styles['waiver']} role="group" aria-label={`Blocks proceed: ${item.text}`}>
      <p className={styles['blocks']}>
        <Icon name="warning" />
        <span>
          <b>Blocks proceed:</b> {item.text}
        </span>
      </p>
      <div className={styles['waive']}>
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
          placeholder="Reason"
          value={reason}
          onChange={setReason}
          onEnter={waive}
          isDisabled={!mayEdit}
        />
        <Button onPress={waive} isDisabled={!mayEdit || !isReady}>
          Waive
        </Button>
      </div>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
