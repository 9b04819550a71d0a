import { useMemo } from 'react'
import { blockingFindings, isProceeding } from '../../../shared/decision/decision-verbs'
import type { Decision } from '../../../shared/decision/decision'
import { type Lacking, lackingIn, needed } from '../../../shared/decision/lacking'
import { presenceWords, presentNow } from '../../../shared/review/attendance'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { DraftField } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import { Status, StatusText } from '../../ui/status'
import { AppraisalField, PanelAppraisals } from './appraisals'
import { Conditions } from './conditions'
import { Deciders } from './deciders'
import styles from './decision.module.css'
import { Dissents } from './dissents'
import { LineButton } from './line-button'
import { outcomeOptions } from './propose-decision'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useToday } from '../../storage/use-today'
import { Waivers } from './waivers'

/** A proposed decision: every field stores itself; accepting it is the one step left. */
export function DecisionForm({ decision }: { readonly decision: Decision }) {
  const feedback = useReview((snapshot) => snapshot.record.feedback)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const today = useToday()
  const { id: decisionId, outcome } = decision
  const blocking = useMemo(() => blockingFindings(feedback, decision), [feedback, decision])
  const endsIn = useReview((snapshot) => snapshot.record.review['review']?.endsIn ?? 'gate')
  const isProceed = isProceeding(decision, endsIn)
  const isBlocked = isProceed && blocking.length > 0
  const conditions = useReview((snapshot) => snapshot.record.conditions)
  const lacking = useMemo(() => lackingIn(decision, endsIn, conditions), [decision, endsIn, conditions])
  const isWritten = !lacking.some((what) => needed.has(what))

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
        {endsIn === 'gate' ? (
          <Select
            label="Outcome"
            options={outcomeOptions}
            value={outcome}
            isDisabled={!mayEdit}
            onChange={(chosen) => attempt('editDecision', { decisionId, outcome: chosen })}
          />
        ) : (
          <AppraisalField decision={decision} />
        )}
        <DateField
          label="Review by"
          value={decision.reviewBy}
          today={today}
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
          label="Options considered, one in each line"
          lines={2}
          value={decision.options.join('\n')}
          isReadOnly={!mayEdit}
          onCommit={(text) => act('editDecision', { decisionId, options: linesOf(text) })}
        />
      </div>
      {endsIn === 'appraisal' && <PanelAppraisals decision={decision} />}
      <Dissents decision={decision} />
      <Conditions decisionId={decisionId} />
      <Waivers decision={decision} blocking={isProceed ? blocking : []} />
      <div className={styles['foot']}>
        <Quorum />
        {lacking.length > 0 && (
          <StatusText tone="warn" icon="warning">
            {/* DEC15 */}
            Still missing: {lacking.map((what) => lackingWords[what]).join(', ')}.
          </StatusText>
        )}
        {error !== '' && <Refused>{error}</Refused>}
        <span className={styles['push']} data-left={isWritten}>
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

const lackingWords: Readonly<Record<Lacking, string>> = {
  outcome: 'the outcome',
  appraisal: 'the appraisal',
  statement: 'the exact statement',
  condition: 'a condition',
  decider: 'who decides',
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** DEC10: told before the decision is accepted; it stops nothing. */
function Quorum() {
  const people = useReview((snapshot) => snapshot.record.people)
  const quorum = useReview((snapshot) => snapshot.record.review['review']?.quorum ?? null)
  if (quorum === null) return null
  const present = presentNow(people)
  return (
    <StatusText tone={present !== null && present >= quorum ? 'ok' : 'warn'} icon="people">
      {presenceWords(Object.values(people), 'here', quorum)}
    </StatusText>
  )
}
