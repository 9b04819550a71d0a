import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { numbersOf } from '../../../shared/agenda/outline'
import { type BoardRow, boardOf } from '../../../shared/feedback/board'
import { statusOf } from '../../../shared/feedback/life'
import type { Place } from '../../../shared/feedback/place'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { focusOn, useFocused } from '../../storage/focused'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { cx } from '../../ui/cx'
import { EmptyState } from '../../ui/empty-state'
import { focusRow, rowKeys } from '../../ui/row-keys'
import { focusPlace, useKeys } from '../../ui/use-keys'
import { useStayAtEnd } from '../../ui/use-stay-at-end'
import { AddFeedback } from './add-feedback'
import { blocksOf } from './blocks'
import { BoardBar } from './board-bar'
import { useAsked } from './board-store'
import styles from './feedback.module.css'
import { FeedbackRow } from './feedback-row'
import { LifeActs } from './life-acts'
import { OneByOne } from './one-by-one'
import { useLaidOut } from './use-laid-out'

const FOCUS_MS = 60
/** So many of the newest are on the board at once. */
const FIRST = 30
/** Height of a row that was not laid out yet. */
const ROW_REM = 5

/** Feedback of both sides in one list or one by one: presenters from the left edge, reviewers indented; what is private stays marked until it is revealed. */
export function FeedbackPane({ slide }: { readonly slide: Place | null }) {
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
  const people = useReview(({ record }) => record.people)
  const materials = useReview(({ record }) => record.materials)
  const { reviewId } = useSession()
  const { filter, sort } = useAsked(reviewId)
  const items = useMemo(() => ({ ...shared, ...desk }), [shared, desk])
  const found = useMemo(
    () => boardOf(items, { people, agenda, materials }, filter, sort),
    [items, people, agenda, materials, filter, sort],
  )
  const numbers = useMemo(() => numbersOf(agenda), [agenda])
  // A long board is drawn behind the first view of it, and never before the next key.
  const shown = useDeferredValue(found.rows, found.rows.slice(-FIRST))
  const heads = found.rows.filter(({ isUnder }) => !isUnder)
  const { feedbackId: focusedId } = useFocused(reviewId)
  const at = heads.findIndex(({ item }) => item.id === focusedId)
  const isGone = focusedId !== null && at < 0
  useEffect(() => {
    if (isGone) focusOn(reviewId, null)
  }, [isGone, reviewId])
  const beginOneByOne = () => {
    const first = heads.find(({ item }) => statusOf(item) === 'open') ?? heads[0]
    if (first) focusOn(reviewId, first.item.id)
  }
  useKeys(at < 0 ? { feedbackFocus: beginOneByOne } : {})
  const isOneSided = new Set(shown.map(({ item }) => item.side)).size === 1
  const hidden = Object.keys(desk)
  const box = useRef<HTMLDivElement>(null)
  useStayAtEnd(box, shown.length, at)
  useLaidOut(box, shown)
  const rowOf = ({ item, isUnder, alike }: BoardRow) => (
    <FeedbackRow
      key={item.id}
      item={item}
      itemNumber={(item.itemId !== null && numbers.get(item.itemId)) || ''}
      isNow={item.itemId !== null && item.itemId === activeItemId}
      isPrivate={item.id in desk}
      isUnder={isUnder}
      alike={alike}
      mayEdit={mayEdit}
      onAnswer={answer}
    />
  )
  /** FB11: the item, what stands under it, and what answers it. */
  const focused = at < 0 ? null : (heads[at] ?? null)
  const around = (of: BoardRow): BoardRow[] => {
    const place = found.rows.indexOf(of)
    const next = found.rows.findIndex(({ isUnder }, index) => index > place && !isUnder)
    const under = found.rows.slice(place + 1, next < 0 ? undefined : next)
    const answers = Object.values(items).filter(({ answersId }) => answersId === of.item.id)
    return [...under, ...answers.map((item) => ({ item, isUnder: false, alike: 0 }))]
  }
  return (
    <div className={styles['pane']}>
      {focused ? (
        <OneByOne ids={heads.map(({ item }) => item.id)} at={at}>
          {rowOf(focused)}
          {mayEdit && !(focused.item.id in desk) && (
            <li>
              <LifeActs item={focused.item} />
            </li>
          )}
          {around(focused).map(rowOf)}
        </OneByOne>
      ) : found.rows.length + found.hidden === 0 ? (
        <div className={styles['empty']}>
          <EmptyState title="No feedback yet">
            What reviewers raise and presenters answer stands here: praise, questions, suggestions, issues, risks; asks,
            responses, commitments.
          </EmptyState>
        </div>
      ) : (
        <>
          <BoardBar board={found} onOneByOne={beginOneByOne} />
          {found.rows.length === 0 ? (
            <div className={styles['empty']}>
              <EmptyState title="Nothing found">No item is like that. Each of them is still here.</EmptyState>
            </div>
          ) : (
            // FB21: from item to item, below the last one to the field of a new one.
            <div
              className={cx(styles['list'], isOneSided && styles['oneSided'])}
              ref={box}
              role="list"
              aria-label="Feedback"
              onKeyDownCapture={(event) => rowKeys(event, () => focusPlace('feedback'))}
            >
              {blocksOf(shown).map(({ id, rows }) => (
                <ol
                  key={id}
                  className={styles['block']}
                  role="presentation"
                  style={{ containIntrinsicBlockSize: `auto ${rows.length * ROW_REM}rem` }}
                >
                  {rows.map(rowOf)}
                </ol>
              ))}
            </div>
          )}
        </>
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
          onUp={() => focusRow([...(box.current?.querySelectorAll('li') ?? [])].at(-1))}
          answered={(answeredId !== null && shared[answeredId]) || null}
          onAnswered={() => setAnsweredId(null)}
        />
      )}
    </div>
  )
}
