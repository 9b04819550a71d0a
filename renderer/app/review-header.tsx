import type { Saved } from '../storage/review-session'
import { useAct, useMayEdit } from '../storage/use-act'
import { useReview } from '../storage/use-review'
import { IconButton } from '../ui/button'
import { cx } from '../ui/cx'
import { EditableText } from '../ui/draft-field'
import { pressKey } from '../ui/use-keys'
import { Status, StatusText, type Tone } from '../ui/status'
import { ActingAs } from '../features/people/acting-as'
import { WallButton } from '../features/wall/wall-button'
import { DiscreetButton } from './discreet-mode'
import styles from './review-header.module.css'
import { goTo, hrefOf, type Place, places } from './routes'
import { useUndo } from './use-undo-keys'

const placeWords: Readonly<Record<Place, string>> = {
  prepare: 'Prepare',
  run: 'Run',
  'follow-up': 'Follow up',
  archive: 'Archive',
}

/** What stays on screen in every place of a review; the title has all the room that is left (REV5). */
export function ReviewHeader({ place }: { readonly place: Place }) {
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const act = useAct()
  if (!review) return null
  const subject = [review.subject, review.version].filter(Boolean).join(' · ')
  return (
    <header className={styles['header']}>
      <IconButton icon="left" label="Library" onPress={() => goTo({ page: 'library' })} />
      <div className={styles['title']}>
        <h1>
          {mayEdit ? (
            <EditableText label="Title" value={review.title} onCommit={(title) => act('editReview', { title })} />
          ) : (
            <span className={styles['fixed']}>{review.title}</span>
          )}
        </h1>
        <p className={styles['subject']}>
          <Status>{statusWords[review.status]}</Status>
          {subject && <span className={styles['version']}>{subject}</span>}
        </p>
      </div>
      <nav className={styles['places']} aria-label="Places of this review">
        {places.map((each) => (
          <a
            key={each}
            href={hrefOf({ page: 'review', reviewId: review.reviewId, place: each })}
            className={cx(styles['place'], each === place && styles['here'])}
            {...(each === place ? { 'aria-current': 'page' as const } : {})}
          >
            {placeWords[each]}
          </a>
        ))}
      </nav>
      <div className={styles['side']}>
        <SavedWord />
        <UndoButtons />
        <span data-place="acting">
          <ActingAs />
        </span>
        <IconButton icon="keyboard" label="All keys" keys="?" onPress={() => void pressKey('?')} />
        <DiscreetButton />
        <WallButton />
      </div>
    </header>
  )
}

const statusWords = {
  planned: 'Planned',
  preparing: 'Preparing',
  'in-progress': 'In progress',
  'follow-up': 'Follow-up',
  closed: 'Closed',
} as const

const savedWords: Readonly<Record<Saved['copies'], { readonly word: string; readonly tone: Tone }>> = {
  both: { word: 'Saved', tone: 'neutral' },
  saving: { word: 'Saving', tone: 'neutral' },
  one: { word: 'Saved once', tone: 'warn' },
  none: { word: 'Not saved', tone: 'danger' },
}

function SavedWord() {
  const saved = useReview((snapshot) => snapshot.saved)
  const { word, tone } = savedWords[saved.copies]
  return (
    <span className={styles['saved']} role="status" data-saved={saved.copies}>
      <StatusText tone={tone} {...(saved.problem ? { icon: 'warning' as const } : {})}>
        {word}
      </StatusText>
    </span>
  )
}

function UndoButtons() {
  const history = useReview((snapshot) => snapshot.history)
  const { undo, redo } = useUndo()
  const [last, next] = [history.done.at(-1), history.undone.at(-1)]
  return (
    <span className={styles['undo']}>
      <IconButton
        icon="undo"
        label={last ? `Undo: ${last.label}` : 'Nothing to undo'}
        keys="Ctrl+Z"
        isDisabled={!last}
        onPress={undo}
      />
      <IconButton
        icon="redo"
        label={next ? `Redo: ${next.label}` : 'Nothing to redo'}
        keys="Ctrl+Shift+Z"
        isDisabled={!next}
        onPress={redo}
      />
    </span>
  )
}
