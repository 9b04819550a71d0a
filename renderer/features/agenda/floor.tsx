import { type ReactNode, useState } from 'react'
import { openTopics } from '../../../shared/decision/closing-steps'
import { inOrder } from '../../../shared/review/fields'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { leaveText } from '../../ui/use-keys'
import styles from './floor.module.css'
import { Prepared } from './prepared'

/** Who waits to ask. */
export function QuestionQueue() {
  const questions = useReview(({ record }) => record.questions)
  const people = useReview(({ record }) => record.people)
  const itemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const act = useAct()
  const { mayEdit } = useMayEdit()
  const waiting = inOrder(questions).filter(({ answeredAt }) => answeredAt === null)
  const add = (text: string) => {
    const asker = Object.values(people).find(({ name }) => name.toLowerCase() === text.trim().toLowerCase())
    return act('queueQuestion', asker ? { askedBy: asker.id, itemId } : { text, itemId })
  }
  return (
    <FloorList
      title="Questions"
      count={waiting.length}
      place="question"
      beside={<Prepared />}
      placeholder="Add a question or a name"
      {...(mayEdit ? { onAdd: add } : {})}
      lines={waiting.map((question) => ({
        id: question.id,
        who: question.askedBy ? (people[question.askedBy]?.name ?? 'removed person') : '',
        text: question.text,
        done: 'Answered',
        onDone: () => void act('answerQuestion', { questionId: question.id, answered: true }),
      }))}
    />
  )
}

/** Topics set aside so that the item can go on. */
export function ParkingLot() {
  const parking = useReview(({ record }) => record.parking)
  const actions = useReview(({ record }) => record.actions)
  const itemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const act = useAct()
  const { mayEdit } = useMayEdit()
  const open = openTopics({ parking, actions })
  return (
    <FloorList
      title="Parking lot"
      count={open.length}
      place="park"
      placeholder="Park a topic"
      {...(mayEdit ? { onAdd: (text: string) => act('parkTopic', { text, itemId }) } : {})}
      lines={open.map((topic) => ({
        id: topic.id,
        who: '',
        text: topic.text,
        done: 'Settled',
        onDone: () => void act('settleTopic', { topicId: topic.id, settled: true }),
      }))}
    />
  )
}

interface Line {
  readonly id: string
  readonly who: string
  readonly text: string
  readonly done: string
  readonly onDone: () => void
}

interface FloorListProps {
  readonly title: string
  readonly count: number
  readonly place: string
  readonly placeholder: string
  readonly lines: readonly Line[]
  readonly onAdd?: (text: string) => string | null
  /** Beside its title. */
  readonly beside?: ReactNode
}

function FloorList({ title, count, place, placeholder, lines, onAdd, beside }: FloorListProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const add = () => {
    if (text.trim() === '' || !onAdd) return
    const refused = onAdd(text)
    setError(refused ?? '')
    if (refused === null) setText('')
  }
  return (
    <section className={styles['floor']} aria-label={title}>
      <div className={styles['head']}>
        <h2>
          {title} {count > 0 && <span data-figures="">({count})</span>}
        </h2>
        {beside}
      </div>
      <ul data-fades="">
        {lines.map((line) => (
          <li key={line.id} className={styles['line']}>
            <span>
              {line.who && <bdi className={styles['who']}>{line.who}</bdi>}
              {line.text && <span dir="auto">{line.text}</span>}
            </span>
            <IconButton icon="check" label={`${line.done}: ${line.text || line.who}`} size="small" onPress={line.onDone} />
          </li>
        ))}
      </ul>
      {onAdd && (
        <div className={styles['add']} data-place={place}>
          <TextField
            label={placeholder}
            isLabelHidden
            isBare
            placeholder={placeholder}
            value={text}
            error={error}
            onChange={setText}
            onEnter={add}
            onEscape={leaveText}
            maxLength={500}
          />
        </div>
      )}
    </section>
  )
}
