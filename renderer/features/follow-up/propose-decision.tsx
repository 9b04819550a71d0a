import { type Outcome, outcomes } from '../../../shared/decision/decision'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-field'
import { useKept } from './closing-desk'
import styles from './decision.module.css'
import { useTry } from '../../storage/use-act'
import { outcomeWords } from '../../../shared/record/words'

export const outcomeOptions = outcomes.map((key) => ({ key, label: outcomeWords[key] }))

export interface ProposeDecisionProps {
  /** An accepted decision stands, which accepting this one supersedes. */
  readonly supersedes: boolean
  readonly onDone: () => void
}

/** Statement and outcome of a new decision. DEC1: proposed first, accepted afterwards. */
export function ProposeDecision({ supersedes, onDone }: ProposeDecisionProps) {
  const sought = useReview((snapshot) => snapshot.record.review['review']?.decisionSought ?? '')
  const endsIn = useReview((snapshot) => snapshot.record.review['review']?.endsIn ?? 'gate')
  const { error, attempt } = useTry()
  const [statement, setStatement] = useKept('statement', '')
  const [outcome, setOutcome] = useKept<Outcome | null>('outcome', null)

  function propose(): void {
    if (attempt('proposeDecision', { statement: statement.trim(), ...(outcome === null ? {} : { outcome }) }) !== null) return
    setStatement('')
    setOutcome(null)
    onDone()
  }

  return (
    <div className={styles['form']} data-own-enter="" data-left="true">
      {sought !== '' && (
        <p className={styles['quiet']}>
          <strong>Sought:</strong> {sought}
        </p>
      )}
      <TextArea
        label="Exact statement"
        lines={2}
        value={statement}
        onChange={setStatement}
        placeholder="What is decided, word for word"
        autoFocus={supersedes}
        onEnter={propose}
      />
      <div className={styles['foot']}>
        {endsIn === 'gate' && (
          <div className={styles['outcome']}>
            <Select label="Outcome" options={outcomeOptions} value={outcome} onChange={setOutcome} />
          </div>
        )}
        <div className={styles['acts']}>
          {supersedes && (
            <Button look="quiet" onPress={onDone}>
              Cancel
            </Button>
          )}
          <Button onPress={propose} isDisabled={statement.trim() === ''}>
            Propose
          </Button>
        </div>
      </div>
      {supersedes && <p className={styles['quiet']}>Once accepted, it supersedes the decision above.</p>}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
