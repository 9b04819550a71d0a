import { useState } from 'react'
import { hintOf } from '../../../shared/feedback/hints'
import { type FeedbackItem, type Label, presenterLabels, reviewerLabels } from '../../../shared/feedback/item'
import { type Place, placeWords } from '../../../shared/feedback/place'
import { phaseOf, promptFor } from '../../../shared/feedback/prompts'
import { sideOf } from '../../../shared/review/people'
import type { Side } from '../../../shared/review/review'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct } from '../../storage/use-act'
import { markPlace, useMarkedPlace } from '../../storage/placed'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { usePeek } from '../../ui/cover'
import { Segments } from '../../ui/segments'
import { TextField } from '../../ui/text-field'
import { leaveText } from '../../ui/use-keys'
import { useEntry } from './entry-store'
import styles from './feedback.module.css'
import { Labels } from './labels'

const labels: Readonly<Record<Side, readonly Label[]>> = {
  reviewer: [...reviewerLabels, 'note', 'lesson'],
  presenter: [...presenterLabels, 'note', 'lesson'],
}

const otherSide = { presenter: 'reviewer', reviewer: 'presenter' } as const
const answerLabel = { presenter: 'response', reviewer: 'note' } as const

export interface AddFeedbackProps {
  /** The slide on the wall, proposed as the place that is meant. */
  readonly slide: Place | null
  /** The item that is being answered; the answer comes from the other side. */
  readonly answered: FeedbackItem | null
  readonly onAnswered: () => void
  /** FB21: up, out of the empty field. */
  readonly onUp: () => void
}

/** One line adds an item; label and side stay as they were set last. The side follows whoever is acted for. */
export function AddFeedback({ slide, answered, onAnswered, onUp }: AddFeedbackProps) {
  const act = useAct()
  const itemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const phase = useReview(({ record }) =>
    phaseOf(record.review['review']?.status ?? 'planned', record.agenda[timelineOf(record.timer).activeItemId ?? ''] ?? null),
  )
  const { reviewId } = useSession()
  const [entry, setEntry] = useEntry(reviewId)
  const { isPrivate, isAnonymous, isOnSlide, drafts, side: chosenSide, labels: chosen } = entry
  const marked = useMarkedPlace(reviewId)
  const materials = useReview(({ record }) => record.materials)
  const acting = useReview(({ record, actingAsId }) => (actingAsId ? record.people[actingAsId] : undefined))
  const [error, setError] = useState('')
  const { isCovered, isHidden, isBack, peek, within } = usePeek()
  // What was marked counts before what is on the wall.
  const place = answered ? null : (marked ?? (isOnSlide ? slide : null))
  const side = answered ? otherSide[answered.side] : ((acting && sideOf(acting)) ?? chosenSide)
  const draft = answered?.id ?? ''
  const text = drafts[draft] ?? ''
  const setText = (next: string) => setEntry({ drafts: { ...drafts, [draft]: next } })
  const label = answered ? answerLabel[side] : chosen[side]
  // FB12, FB13: one line that is always there, so that nothing moves while somebody types.
  const help =
    text.trim() === ''
      ? promptFor(side, phase)
      : (hintOf({ label, text, location: place ? placeWords(place, materials) : '', requestedChange: '' })?.words ?? '\u00a0')
  const add = () => {
    if (text.trim() === '') return
    const refused = act(
      'addFeedback',
      answered
        ? { side, label, text, itemId: answered.itemId, answersId: answered.id, isPrivate, isAnonymous }
        : { side, label, text, itemId, isPrivate, isAnonymous, place }, // SLD5, FB14
    )
    setError(refused ?? '')
    if (refused !== null) return
    setText('')
    if (marked) markPlace(reviewId, null)
    if (answered) onAnswered()
  }
  const kept = (
    <span className={styles['kept']}>
      <Checkbox isChecked={isAnonymous} onChange={(isOn) => setEntry({ isAnonymous: isOn })}>
        anonymous
      </Checkbox>
      <Checkbox isChecked={isPrivate} onChange={(isOn) => setEntry({ isPrivate: isOn })}>
        private
      </Checkbox>
    </span>
  )
  return (
    <div className={styles['add']} data-place="feedback">
      {answered ? (
        <div className={styles['answering']}>
          <span dir="auto">Answering: {answered.text}</span>
          {kept}
          <Button size="small" onPress={onAnswered}>
            Cancel
          </Button>
        </div>
      ) : (
        <>
          <div className={styles['choice']}>
            <Segments<Side>
              label="Side"
              value={side}
              onChange={(to) => setEntry({ side: to })}
              options={[
                { key: 'presenter', label: 'Presenters' },
                { key: 'reviewer', label: 'Reviewers' },
              ]}
            />
            {kept}
          </div>
          {(marked ?? slide) !== null && (
            <Checkbox
              isChecked={place !== null}
              onChange={(isOn) => (marked ? markPlace(reviewId, null) : setEntry({ isOnSlide: isOn }))}
            >
              {`On ${placeWords((marked ?? slide) as Place, materials)}`}
            </Checkbox>
          )}
          <Labels labels={labels[side]} value={label} onChange={(to) => setEntry({ labels: { ...chosen, [side]: to } })} />
        </>
      )}
      {isPrivate && isHidden && text !== '' ? (
        <Button icon="eye-off" autoFocus={isBack} aria-expanded={false} onPress={peek}>
          Go on with what is covered
        </Button>
      ) : (
        <div
          {...(isPrivate && isCovered ? within : {})}
          onKeyDownCapture={(event) => {
            if (event.key !== 'ArrowUp' || text !== '' || event.nativeEvent.isComposing) return
            event.preventDefault()
            onUp()
          }}
        >
          <TextField
            label={`Add ${label}`}
            isLabelHidden
            placeholder={`Add ${label}${isAnonymous ? ' without a name' : acting ? ` as ${acting.name}` : ''}, then Enter`}
            value={text}
            error={error}
            onChange={(next) => {
              setText(next)
              setError('')
            }}
            onEnter={add}
            onEscape={answered ? onAnswered : leaveText}
            onFocus={peek}
            autoFocus={isPrivate && isCovered && !isHidden}
            hint={isPrivate && isCovered ? 'Everybody sees what you type here; then it is covered.' : help}
            maxLength={20_000}
          />
        </div>
      )}
    </div>
  )
}
