import { useState } from 'react'
import { outlineOf } from '../../../shared/agenda/outline'
import { inOrder } from '../../../shared/review/fields'
import { useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import styles from './prepared-questions.module.css'

/** Where a question comes from: the presenters expect it, the reviewers filed it, or one of them by name. */
const EXPECTED = 'expected'
const REVIEWERS = 'reviewers'

/** A question is filed with its item and who it comes from; both stay for the next. */
export function AddPreparedQuestion() {
  const agenda = useReview(({ record }) => record.agenda)
  const people = useReview(({ record }) => record.people)
  const { error, attempt } = useTry()
  const [itemId, setItemId] = useState('')
  const [from, setFrom] = useState<string>(REVIEWERS)
  const [text, setText] = useState('')
  const reviewers = inOrder(people).filter(({ roles }) => roles.includes('reviewer'))
  const add = () => {
    const refused = attempt('addPreparedQuestion', {
      text,
      side: from === EXPECTED ? 'presenter' : 'reviewer',
      itemId: agenda[itemId] ? itemId : null,
      askedBy: people[from] ? from : null,
    })
    if (refused === null) setText('')
  }
  return (
    <div data-add="" className={styles['add']} role="group" aria-label="Prepare a question">
      <Select
        label="From"
        options={[
          { key: REVIEWERS, label: 'Filed by reviewers' },
          ...reviewers.map(({ id, name }) => ({ key: id, label: name })),
          { key: EXPECTED, label: 'Expected by presenters' },
        ]}
        value={from}
        onChange={setFrom}
      />
      <Select
        label="Agenda item"
        options={[
          { key: '', label: 'To no item' },
          ...outlineOf(agenda).map(({ item, number }) => ({ key: item.id, label: `${number} ${item.title}` })),
        ]}
        value={itemId}
        onChange={setItemId}
      />
      <TextField
        label="Question"
        value={text}
        error={error}
        onChange={setText}
        onEnter={add}
        placeholder="Question, then Enter"
      />
      <Button icon="add" onPress={add}>
        Add question
      </Button>
    </div>
  )
}
