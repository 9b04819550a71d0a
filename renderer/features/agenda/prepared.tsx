import type { PreparedQuestion } from '../../../shared/readiness/prepared-question'
import { nameOf } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Panel } from '../../ui/panel'
import styles from './prepared.module.css'

/** RDY6: prepared questions of the running item, and of none, behind one button; pressing one puts it into the queue. */
export function Prepared() {
  const all = useReview(({ record }) => record.preparedQuestions)
  const agenda = useReview(({ record }) => record.agenda)
  const activeItemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const { mayEdit } = useMayEdit()
  const waiting = inOrder(all).filter(({ usedAt }) => usedAt === null)
  const own = waiting.filter(({ itemId }) => itemId !== null && itemId === activeItemId)
  const others = waiting.filter(({ itemId }) => itemId === null || !agenda[itemId])
  if (!mayEdit || activeItemId === null || own.length + others.length === 0) return null
  return (
    <span data-place="prepared" className={styles['prepared']}>
      <Panel
        label="Prepared questions"
        isBeside
        trigger={
          <Button size="small" look="quiet">
            {own.length + others.length} prepared
          </Button>
        }
      >
        <p className={styles['hint']}>Press one to put it into the queue.</p>
        <ul className={styles['list']}>
          {[...own, ...others].map((question, at) => (
            <PreparedLine key={question.id} question={question} isFirst={at === 0} />
          ))}
        </ul>
      </Panel>
    </span>
  )
}

interface PreparedLineProps {
  readonly question: PreparedQuestion
  readonly isFirst: boolean
}

function PreparedLine({ question: { id, text, answer, side, askedBy }, isFirst }: PreparedLineProps) {
  const people = useReview(({ record }) => record.people)
  const act = useAct()
  const from = askedBy !== null ? nameOf(askedBy, people) : side === 'presenter' ? 'Expected by presenters' : 'Reviewers'
  return (
    <li>
      <button
        type="button"
        className={styles['line']}
        // The keyboard is there from the first key on.
        autoFocus={isFirst}
        onClick={() => void act('usePreparedQuestion', { preparedId: id })}
      >
        <span className={styles['from']} dir="auto">
          {from}
        </span>
        <span dir="auto">{text}</span>
        {answer !== '' && (
          <span className={styles['answer']} dir="auto">
            {answer}
          </span>
        )}
      </button>
    </li>
  )
}
