import { useState } from 'react'
import type { ActionItem } from '../../../../shared/actions/action'
import { lacksOwnerOrDate } from '../../../../shared/actions/action-verbs'
import { lacking } from '../../../../shared/decision/closing-steps'
import { nameOf } from '../../../../shared/record/words'
import { compare } from '../../../../shared/review/fields'
import { weekdayWords } from '../../../../shared/review/next-meeting'
import { readDate } from '../../../../shared/scribe/dates'
import { useAct, useMayEdit } from '../../../storage/use-act'
import { useReview } from '../../../storage/use-review'
import { Icon } from '../../../ui/icon'
import { useToday } from '../../../storage/use-today'
import { Empty } from './empty'
import { PeopleKeys } from './people-keys'
import { useNamed } from './use-named'
import styles from './walk.module.css'
import { type Reading, WordsField } from './words-field'

/** ACT3: actions that lacked an owner or a date when the step was opened, and those that lack one now. */
export function ActionsStep() {
  const actions = useReview(({ record }) => record.actions)
  const [before] = useState(() => new Set(lacking(actions).map(({ id }) => id)))
  const shown = Object.values(actions)
    .filter((action) => before.has(action.id) || lacksOwnerOrDate(action))
    .sort((left, right) => compare(left.number, right.number))
  if (shown.length === 0)
    return (
      <Empty>{Object.keys(actions).length === 0 ? 'No action was agreed.' : 'Every action has an owner and a due date.'}</Empty>
    )
  return (
    <>
      <PeopleKeys />
      <ul className={styles['rows']} aria-label="Actions without owner or due date">
        {shown.map((action) => (
          <Row key={action.id} action={action} />
        ))}
      </ul>
    </>
  )
}

function Row({ action }: { readonly action: ActionItem }) {
  const { id: actionId, number, what, ownerId, due } = action
  const people = useReview(({ record }) => record.people)
  const { mayEditActions } = useMayEdit()
  const act = useAct()
  const today = useToday()
  const owner = useNamed((personId) => act('editAction', { actionId, ownerId: personId }))
  const isLacking = lacksOwnerOrDate(action)
  return (
    <li className={styles['action']}>
      <span className={styles['mark']} data-figures="">
        {number}
      </span>
      <span className={styles['text']} dir="auto">
        {what}
      </span>
      <WordsField
        field={`owner ${actionId}`}
        label={`Owner of action ${number}`}
        placeholder="Owner: digit or name"
        stored={ownerId === null ? '' : nameOf(ownerId, people)}
        isLeft={isLacking && ownerId === null}
        isOff={!mayEditActions}
        {...owner}
      />
      <WordsField
        field={`due ${actionId}`}
        label={`Due date of action ${number}`}
        placeholder="Due, such as Friday"
        stored={due ?? ''}
        note={due === null ? '' : weekdayWords(due)}
        isLeft={isLacking && due === null}
        isOff={!mayEditActions}
        read={(words) => readingOf(words, today)}
        take={(words) => {
          const reading = readDate(words, today)
          return reading.kind === 'date' ? act('editAction', { actionId, due: reading.date }) : readingOf(words, today).says
        }}
      />
      <span className={styles['sign']}>{!isLacking && <Icon name="check" />}</span>
    </li>
  )
}

function readingOf(words: string, today: string): Reading {
  const reading = readDate(words, today)
  switch (reading.kind) {
    case 'date':
      return { says: weekdayWords(reading.date) }
    case 'wrong':
      return { says: `${reading.why}.`, isWrong: true }
    case 'none':
      return { says: 'No date is read in this.', isWrong: true }
  }
}
