import { meanwhileWords } from '../../../shared/record/meanwhile-words'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import styles from './decision.module.css'
import { useJump } from './jump'

/** DEC14: what another window wrote before it heard that this decision was accepted. */
export function WrittenMeanwhile({ decisionId }: { readonly decisionId: string }) {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const jump = useJump()
  const meanwhile = record.acceptances[decisionId]?.meanwhile
  if (!meanwhile) return null
  const hasMore = Object.keys(meanwhile.edits).length + meanwhile.added.length > 0

  // The buttons go with what they settle; the keyboard stays with the decision.
  const settle = (proposes: boolean): void => {
    if (attempt('settleMeanwhile', { decisionId, proposes }) === null) requestAnimationFrame(() => jump('decision'))
  }

  return (
    <div className={styles['group']}>
      <h3 className={styles['subhead']}>Written meanwhile</h3>
      <p className={styles['quiet']}>
        Another window wrote this before it heard that the decision was accepted. The decision stands as it was accepted.
      </p>
      <ul className={styles['meanwhile']}>
        {meanwhileWords(meanwhile, record).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayEdit && (
        <div className={styles['line']}>
          {hasMore && (
            <Button size="small" onPress={() => settle(true)}>
              Propose it
            </Button>
          )}
          <Button size="small" look="quiet" onPress={() => settle(false)}>
            {hasMore ? 'Leave it out' : 'Keep the decision'}
          </Button>
        </div>
      )}
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
