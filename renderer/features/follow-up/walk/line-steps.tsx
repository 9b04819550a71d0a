import { useRef, useState } from 'react'
import { sideOf } from '../../../../shared/review/people'
import { nextMeetingWords, weekdayWords } from '../../../../shared/review/next-meeting'
import { inOrder } from '../../../../shared/review/fields'
import { readMeetingTime } from '../../../../shared/scribe/meeting-time'
import { useAct, useMayEdit } from '../../../storage/use-act'
import { useReview } from '../../../storage/use-review'
import { Button, IconButton } from '../../../ui/button'
import { Status } from '../../../ui/status'
import { TextField } from '../../../ui/text-field'
import { useKept } from '../closing-desk'
import { useToday } from '../../../storage/use-today'
import { focusIn } from './focus'
import styles from './walk.module.css'
import { type Reading, WordsField } from './words-field'

/** Lessons: what others should do or avoid, a line each. */
export function LessonsStep() {
  const feedback = useReview(({ record }) => record.feedback)
  const acting = useReview(({ record, actingAsId }) => (actingAsId ? record.people[actingAsId] : undefined))
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  const [text, setText] = useKept('walk lesson', '')
  const [error, setError] = useState('')
  const lessons = inOrder(feedback).filter(({ label }) => label === 'lesson')
  function add(): void {
    if (text.trim() === '') return focusIn(place.current?.closest('[data-walk]')?.querySelector('[data-go-on]') ?? null)
    const refused = act('addFeedback', { side: (acting && sideOf(acting)) ?? 'reviewer', label: 'lesson', text })
    setError(refused ?? '')
    if (refused === null) setText('')
  }
  return (
    <div ref={place} className={styles['lines']}>
      {lessons.length > 0 && (
        <ul className={styles['rows']} aria-label="Lessons">
          {lessons.map(({ id, text: words }) => (
            <li key={id} className={styles['line']}>
              <span className={styles['text']} dir="auto">
                {words}
              </span>
              {mayEdit && (
                <IconButton
                  icon="remove"
                  size="small"
                  label={`Remove the lesson: ${words}`}
                  onPress={() => act('removeFeedback', { feedbackId: id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div data-first="">
          <TextField
            label="A lesson"
            hint="What others should do or avoid. Enter adds it; Enter in the empty field goes on."
            value={text}
            error={error}
            onChange={setText}
            onEnter={add}
          />
        </div>
      )}
    </div>
  )
}

/** CLO4: when the next review is, read as people say it. */
export function NextStep() {
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const today = useToday()
  const zone = review?.timeZone ?? 'UTC'
  const stored = review ? nextMeetingWords(review) : ''
  const read = (words: string): Reading => {
    const reading = readMeetingTime(words, today)
    if (reading.kind === 'date')
      return { says: `${weekdayWords(reading.date)}${reading.time === null ? '' : `, ${reading.time} (${zone})`}` }
    return { says: reading.kind === 'wrong' ? `${reading.why}.` : 'No date is read in this.', isWrong: true }
  }
  return (
    <div className={styles['lines']}>
      {stored !== '' && (
        <p className={styles['stored']}>
          <Status tone="ok" icon="calendar">
            {stored}
          </Status>
          {mayEdit && (
            <Button size="small" look="quiet" onPress={() => act('setNextMeeting', { on: null, time: null })}>
              Remove the date
            </Button>
          )}
        </p>
      )}
      {mayEdit && (
        <div data-first="">
          <WordsField
            field="next"
            label="When the next review is"
            placeholder="Friday 14:00, next week, 2026-12-04"
            stored=""
            isLeft={stored === ''}
            isOff={false}
            read={read}
            take={(words) => {
              const reading = readMeetingTime(words, today)
              return reading.kind === 'date' ? act('setNextMeeting', { on: reading.date, time: reading.time }) : read(words).says
            }}
          />
        </div>
      )}
      {stored === '' && <p className={styles['quiet']}>Leave it empty when there is none, or when nobody knows yet.</p>}
    </div>
  )
}
