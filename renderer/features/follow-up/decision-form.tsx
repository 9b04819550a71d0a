import { useMemo } from 'react'
import { blockingFindings } from '../../../shared/decision/decision-verbs'
import type { Decision } from '../../../shared/decision/decision'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { DraftField } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import { Status } from '../../ui/status'
import { Conditions } from './conditions'
import { Deciders } from './deciders'
import styles from './decision.module.css'
import { LineButton } from './line-button'
import { outcomeOptions } from './propose-decision'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { Waivers } from './waivers'

/** A proposed decision: every field stores itself; accepting it is the one step left. */
export function DecisionForm({ decision }: { readonly decision: Decision }) {
  const feedback = useReview((snapshot) => snapshot.record.feedback)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const { id: decisionId, outcome } = decision
  const blocking = useMemo(() => blockingFindings(feedback, decision), [feedback, decision])
  const isBlocked = outcome === 'proceed' && blocking.length > 0

  return (
    <article className={styles['form']}>
      <div className={styles['line']}>
        <Status tone="accent" icon="edit">
          Proposed
        </Status>
        <Deciders decision={decision} />
        <span className={styles['push']}>
          <LineButton decisionId={decisionId} />
          {mayEdit && (
            <IconButton
              icon="remove"
              label="Remove the proposal"
              size="small"
              onPress={() => attempt('removeDecision', { decisionId })}
            />
          )}
        </span>
      </div>
      <DraftField
        label="Exact statement"
        lines={2}
        value={decision.statement}
        isReadOnly={!mayEdit}
        onCommit={(statement) => act('editDecision', { decisionId, statement })}
      />
      <div className={styles['pair']} data-first="">
        <Select
          label="Outcome"
          options={outcomeOptions}
          value={outcome}
          isDisabled={!mayEdit}
          onChange={(chosen) => attempt('editDecision', { decisionId, outcome: chosen })}
        />
        <DateField
          label="Review by"
          value={decision.reviewBy}
          isDisabled={!mayEdit}
          onCommit={(reviewBy) => act('editDecision', { decisionId, reviewBy })}
        />
        <DraftField
          label="Because"
          lines={2}
          value={decision.because}
          isReadOnly={!mayEdit}
          onCommit={(because) => act('editDecision', { decisionId, because })}
        />
        <DraftField
          label="Dissent, by name"
          lines={2}
          value={decision.dissent}
          isReadOnly={!mayEdit}
          onCommit={(dissent) => act('editDecision', { decisionId, dissent })}
        />
      </div>
      <Conditions decisionId={decisionId} />
      <Waivers decision={decision} blocking={outcome === 'proceed' ? blocking : []} />
      <div className={styles['foot']}>
        {error !== '' && <Refused>{error}</Refused>}
        <span className={styles['push']} data-left={outcome !== null && decision.statement.trim() !== ''}>
          <Button
            look={isBlocked ? 'plain' : 'primary'}
            isDisabled={!mayEdit}
            onPress={() => attempt('acceptDecision', { decisionId })}
          >
            Accept the decision
          </Button>
        </span>
      </div>
    </article>
  )
}
