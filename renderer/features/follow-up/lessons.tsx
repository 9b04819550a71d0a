import { useState } from 'react'
import { compare } from '../../../shared/review/fields'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { Refused } from '../../ui/field'
import { TextField } from '../../ui/text-field'
import { WrappedText } from '../../ui/wrapped-text'
import page from './follow-up.module.css'
import styles from './risks.module.css'

/** RSK7: what others should do or avoid: the feedback that is a lesson, of either side. */
export function Lessons() {
  const feedback = useReview((snapshot) => snapshot.record.feedback)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const [text, setText] = useState('')
  const lessons = Object.values(feedback)
    .filter(({ label }) => label === 'lesson')
    .sort((left, right) => compare(left.raisedAt, right.raisedAt) || compare(left.id, right.id))
  const add = (): void => {
    if (text.trim() !== '' && attempt('addFeedback', { side: 'presenter', label: 'lesson', text }) === null) setText('')
  }
  return (
    <section className={page['section']} aria-labelledby="lessons-heading" data-jump="lessons">
      <div className={page['heading']}>
        <h2 id="lessons-heading">Lessons</h2>
      </div>
      {lessons.length === 0 ? (
        <p className={styles['quiet']}>No lessons yet. A lesson says what others should do or avoid.</p>
      ) : (
        <ul className={styles['lessons']}>
          {lessons.map(({ id, text: words, life }, at) => (
            <li key={id}>
              <WrappedText
                label={`Lesson ${at + 1}`}
                value={words}
                isReadOnly={!mayEdit}
                onCommit={(next) => act('editFeedback', { feedbackId: id, text: next })}
              />
              {mayEdit && life.length === 0 && (
                <IconButton
                  icon="remove"
                  size="small"
                  label={`Remove lesson ${at + 1}`}
                  onPress={() => attempt('removeFeedback', { feedbackId: id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div className={styles['addLesson']}>
          <TextField
            label="Add a lesson"
            isLabelHidden
            placeholder="Add a lesson"
            value={text}
            onChange={setText}
            onEnter={add}
          />
        </div>
      )}
      {error !== '' && <Refused>{error}</Refused>}
    </section>
  )
}
