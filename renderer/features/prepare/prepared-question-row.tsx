import { useRef } from 'react'
import { outlineOf } from '../../../shared/agenda/outline'
import type { PreparedQuestion } from '../../../shared/readiness/prepared-question'
import { nameOf } from '../../../shared/record/words'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { Menu } from '../../ui/menu'
import { StatusText } from '../../ui/status'
import styles from './prepared-questions.module.css'
import { removeRow } from './stay'

interface PreparedQuestionRowProps {
  readonly question: PreparedQuestion
  readonly mayEdit: boolean
}

/** One question with who filed it, and the draft of its answer. */
export function PreparedQuestionRow({ question, mayEdit }: PreparedQuestionRowProps) {
  const act = useAct()
  const row = useRef<HTMLLIElement>(null)
  const people = useReview(({ record }) => record.people)
  const agenda = useReview(({ record }) => record.agenda)
  const { id: preparedId, text, answer, side, askedBy, usedAt, itemId } = question
  const from = askedBy === null ? (side === 'presenter' ? 'Expected' : 'Reviewers') : nameOf(askedBy, people)
  const move = (to: string | null) => () => void act('editPreparedQuestion', { preparedId, itemId: to })
  return (
    <li ref={row} className={styles['row']}>
      <span className={styles['from']}>
        <span dir="auto">{from}</span>
        {usedAt !== null && (
          <StatusText tone="ok" icon="check">
            Asked
          </StatusText>
        )}
      </span>
      <EditableText
        label="Question"
        value={text}
        lines={2}
        isReadOnly={!mayEdit}
        onCommit={(words) => act('editPreparedQuestion', { preparedId, text: words })}
      />
      <EditableText
        label={`Draft answer to: ${text}`}
        placeholder="Draft answer"
        value={answer}
        lines={2}
        isReadOnly={!mayEdit}
        onCommit={(words) => act('editPreparedQuestion', { preparedId, answer: words })}
      />
      {mayEdit && (
        <Menu
          label={`More about: ${text}`}
          trigger={<IconButton icon="more" label={`More about: ${text}`} size="small" />}
          entries={[
            ...outlineOf(agenda).map(({ item, number }) => ({
              key: item.id,
              label: `${number} ${item.title}`,
              isChosen: item.id === itemId,
              onChoose: move(item.id),
            })),
            { key: 'none', label: 'To no item', isChosen: itemId === null || !agenda[itemId], onChoose: move(null) },
            null,
            {
              key: 'remove',
              label: 'Remove',
              icon: 'remove',
              isDanger: true,
              onChoose: () => removeRow(row.current, () => void act('removePreparedQuestion', { preparedId })),
            },
          ]}
        />
      )}
    </li>
  )
}
