import type { Decision } from '../../../shared/decision/decision'
import { nameOf } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import styles from './decision.module.css'

/** DEC8: who dissents, each once, with what they say. */
export function Dissents({ decision }: { readonly decision: Decision }) {
  const { id: decisionId, dissents, dissent } = decision
  const people = useReview((snapshot) => snapshot.record.people)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const store = (next: Decision['dissents']) => attempt('editDecision', { decisionId, dissents: next })
  const free = inOrder(people).filter(({ id }) => !dissents.some(({ personId }) => personId === id))
  return (
    <div className={styles['group']}>
      <h3 className={styles['subhead']}>Dissent</h3>
      {dissent !== '' && (
        <DraftField
          label="Dissent, as it was written before it had names"
          isLabelHidden
          lines={2}
          value={dissent}
          isReadOnly={!mayEdit}
          onCommit={(words) => act('editDecision', { decisionId, dissent: words })}
        />
      )}
      {dissents.map(({ personId, words }) => (
        <div key={personId} className={styles['named']}>
          <span dir="auto">{nameOf(personId, people)}</span>
          <DraftField
            label={`What ${nameOf(personId, people)} objects`}
            isLabelHidden
            placeholder="In their words"
            value={words}
            isReadOnly={!mayEdit}
            onCommit={(said) =>
              act('editDecision', {
                decisionId,
                dissents: dissents.map((one) => (one.personId === personId ? { personId, words: said } : one)),
              })
            }
          />
          {mayEdit && (
            <IconButton
              icon="remove"
              size="small"
              label={`Remove the dissent of ${nameOf(personId, people)}`}
              onPress={() => store(dissents.filter((one) => one.personId !== personId))}
            />
          )}
        </div>
      ))}
      {mayEdit && free.length > 0 && (
        <div className={styles['outcome']}>
          <Select
            label="Who dissents"
            isLabelHidden
            placeholder="Who dissents"
            options={free.map(({ id, name }) => ({ key: id, label: name }))}
            value={null}
            onChange={(personId) => store([...dissents, { personId, words: '' }])}
          />
        </div>
      )}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
