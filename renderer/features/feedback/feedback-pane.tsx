import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { numbersOf } from '../../../shared/agenda/outline'
import { inOrder } from '../../../shared/review/fields'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { EmptyState } from '../../ui/empty-state'
import { focusPlace } from '../../ui/use-keys'
import { AddFeedback } from './add-feedback'
import styles from './feedback.module.css'
import { FeedbackRow } from './feedback-row'

const FOCUS_MS = 60
/** So many of the newest are on the board at once. */
const FIRST = 30

/** Feedback of both sides in one list: presenters from the left edge, reviewers indented; what is private stays marked until it is revealed. */
export function FeedbackPane({ slide }: { readonly slide: string }) {
  const shared = useReview(({ record }) => record.feedback)
  const desk = useReview((snapshot) => snapshot.desk.feedback)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const [isRevealing, setRevealing] = useState(false)
  const [answeredId, setAnsweredId] = useState<string | null>(null)
  const answer = useCallback((id: string) => {
    setAnsweredId(id)
    // After the menu has given the focus back to its button.
    setTimeout(() => focusPlace('feedback'), FOCUS_MS)
  }, [])
  const activeItemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const agenda = useReview(({ record }) => record.agenda)
  const list = useMemo(() => inOrder({ ...shared, ...desk }), [shared, desk])
  const numbers = useMemo(() => numbersOf(agenda), [agenda])
  // A long board is drawn behind the first view of it, and never before the next key.
  const shown = useDeferredValue(list, list.slice(-FIRST))
  const hidden = Object.keys(desk)
  const box = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [shown.length])
  return (
    <div className={styles['pane']}>
      {list.length === 0 ? (
        <EmptyState title="No feedback yet">
          What reviewers raise and presenters answer stands here: praise, questions, suggestions, issues, risks; asks, responses,
          commitments.
        </EmptyState>
      ) : (
        <ol className={styles['list']} ref={box} aria-label="Feedback">
          {shown.map((item) => (
            <FeedbackRow
              key={item.id}
              item={item}
              itemNumber={(item.itemId !== null && numbers.get(item.itemId)) || ''}
              isNow={item.itemId !== null && item.itemId === activeItemId}
              isPrivate={item.id in desk}
              mayEdit={mayEdit}
              onAnswer={answer}
            />
          ))}
        </ol>
      )}
      {hidden.length > 1 && mayEdit && (
        <div className={styles['reveal']}>
          <span>{hidden.length} private items are on the desk.</span>
          <Button size="small" look="quiet" icon="eye" onPress={() => setRevealing(true)}>
            Reveal all…
          </Button>
          <Confirm
            title={`Reveal ${hidden.length} items?`}
            verb="Reveal all"
            isOpen={isRevealing}
            onClose={() => setRevealing(false)}
            onConfirm={() => void act('revealFeedback', { feedbackIds: hidden })}
          >
            <p>
              They become part of the record: everybody can read them on the wall and in the bundle. This cannot be taken back.
            </p>
          </Confirm>
        </div>
      )}
      {mayEdit && (
        <AddFeedback
          slide={slide}
          answered={(answeredId !== null && shared[answeredId]) || null}
          onAnswered={() => setAnsweredId(null)}
        />
      )}
    </div>
  )
}
