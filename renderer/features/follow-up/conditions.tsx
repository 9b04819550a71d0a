import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { Refused } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import styles from './decision.module.css'
import { useKept } from './closing-desk'
import { useJump } from './jump'
import { useMayEdit, useTry } from '../../storage/use-act'

/** Conditions of a decision. DEC3: each is an action of the plan at once. */
export function Conditions({ decisionId }: { readonly decisionId: string }) {
  const { conditions, actions, decisions } = useReview((snapshot) => snapshot.record)
  const isProposed = decisions[decisionId]?.status === 'proposed'
  const mayEdit = useMayEdit().mayEdit && isProposed
  const { error, attempt } = useTry()
  const [text, setText] = useKept(`condition of ${decisionId}`, '')
  const jump = useJump()
  const own = inOrder(conditions).filter((condition) => condition.decisionId === decisionId)
  if (!mayEdit && own.length === 0) return null

  const add = (): void => {
    if (attempt('addCondition', { decisionId, text }) === null) setText('')
  }

  return (
    <div className={styles['group']}>
      <h3 className={styles['subhead']}>Conditions</h3>
      {own.length > 0 && (
        <ol className={styles['conditions']}>
          {own.map(({ id, text: wording, actionId }) => (
            <li key={id}>
              <span className={styles['wording']}>{wording}</span>
              <Button size="small" look="quiet" onPress={() => jump(`owner-${actionId}`)} isDisabled={!actions[actionId]}>
                {actions[actionId] ? `Action ${actions[actionId].number}` : 'Action removed'}
              </Button>
              {mayEdit && (
                <IconButton
                  icon="remove"
                  label="Remove the condition and its action"
                  size="small"
                  onPress={() => attempt('removeCondition', { conditionId: id })}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayEdit && (
        <TextField
          label="Add a condition"
          isLabelHidden
          placeholder="Add a condition; it becomes an action"
          value={text}
          onChange={setText}
          onEnter={add}
          maxLength={500}
        />
      )}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
