import { useRef, useState } from 'react'
import { type GateCriterion, gateStatuses, type GateStatus } from '../../../shared/readiness/gate'
import { gateStatusWords } from '../../../shared/record/words'
import { useAct } from '../../storage/use-act'
import { IconButton } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { Select } from '../../ui/select'
import styles from './gate-criteria.module.css'
import { removeRow } from './stay'
import { Waiver } from './waiver'

interface CriterionRowProps {
  readonly criterion: GateCriterion
  readonly mayEdit: boolean
}

/** One criterion: what must hold, its state, and below what shows it. A waiver counts only with a name and a reason. */
export function CriterionRow({ criterion, mayEdit }: CriterionRowProps) {
  const act = useAct()
  const [isWaiving, setIsWaiving] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const { id: criterionId, text, status, evidence } = criterion
  const decide = (chosen: GateStatus) => {
    setIsWaiving(chosen === 'waived' && status !== 'waived')
    if (chosen !== 'waived') act('decideGateCriterion', { criterionId, status: chosen })
  }
  return (
    <li ref={row} className={styles['row']} data-jump={`criterion-${criterionId}`} data-status={status}>
      <div className={styles['state']}>
        <Select<GateStatus>
          label={`State of: ${text}`}
          isLabelHidden
          options={gateStatuses.map((key) => ({ key, label: gateStatusWords[key] }))}
          value={isWaiving ? 'waived' : status}
          onChange={decide}
          isDisabled={!mayEdit}
        />
      </div>
      <EditableText
        label="Criterion"
        value={text}
        isReadOnly={!mayEdit}
        lines={2}
        maxLength={500}
        onCommit={(words) => act('editGateCriterion', { criterionId, text: words })}
      />
      {mayEdit && (
        <IconButton
          icon="remove"
          label={`Remove: ${text}`}
          size="small"
          onPress={() => removeRow(row.current, () => void act('removeGateCriterion', { criterionId }))}
        />
      )}
      <div className={styles['shown']}>
        {isWaiving || status === 'waived' ? (
          <Waiver criterion={criterion} mayEdit={mayEdit} onDone={() => setIsWaiving(false)} />
        ) : (
          <EditableText
            label={`Evidence for: ${text}`}
            lines={2}
            placeholder={status === 'not-met' ? 'What is missing' : 'Evidence'}
            value={evidence}
            isReadOnly={!mayEdit}
            onCommit={(words) => act('editGateCriterion', { criterionId, evidence: words })}
          />
        )}
      </div>
    </li>
  )
}
