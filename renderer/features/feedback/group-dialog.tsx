import { useMemo, useState } from 'react'
import { numbersOf } from '../../../shared/agenda/outline'
import { likeliest } from '../../../shared/feedback/alike'
import { headOf } from '../../../shared/feedback/group'
import type { FeedbackItem } from '../../../shared/feedback/item'
import { labelWord, nameOf } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Refused } from '../../ui/field'
import { SearchList } from '../../ui/search-list'
import styles from './life-form.module.css'

interface GroupDialogProps {
  readonly item: FeedbackItem
  readonly isPrivate: boolean
  readonly onClose: () => void
}

/** FB8: chooses the item that says the same. */
export function GroupDialog({ item, isPrivate, onClose }: GroupDialogProps) {
  const act = useAct()
  const items = useReview(({ record, desk }) => (isPrivate ? desk : record).feedback)
  const others = inOrder(items).filter((each) => each.id !== item.id && !headOf(items, each))
  const heads = likeliest(others.toReversed(), item.text)
  const people = useReview(({ record }) => record.people)
  const agenda = useReview(({ record }) => record.agenda)
  const numbers = useMemo(() => numbersOf(agenda), [agenda])
  /** What its row on the board says of it. */
  const noteOf = ({ label, isAnonymous, authorId, itemId }: FeedbackItem): string =>
    [
      labelWord(label),
      isAnonymous ? 'anonymous' : authorId === null ? '' : nameOf(authorId, people),
      itemId !== null && numbers.has(itemId) ? `item ${numbers.get(itemId)}` : '',
    ]
      .filter((words) => words !== '')
      .join(', ')
  const [refused, setRefused] = useState('')
  const group = (underId: string): void => {
    const no = act('groupFeedback', { feedbackId: item.id, underId })
    if (no === null) onClose()
    else setRefused(no)
  }
  return (
    <Dialog title="Put with another" isOpen onClose={onClose} width="medium" footer={<Button onPress={onClose}>Cancel</Button>}>
      <div className={styles['form']}>
        <p className={styles['item']} dir="auto">
          <b>{labelWord(item.label)}</b> {item.text}
        </p>
        {heads.length === 0 ? (
          <p>There is no other item to put it with.</p>
        ) : (
          <SearchList
            label="Says the same as"
            placeholder="Find the item that says the same"
            none="No other item has these words."
            options={heads.map((head) => ({ key: head.id, label: head.text, note: noteOf(head) }))}
            onChoose={group}
          />
        )}
        {refused !== '' && <Refused>{refused}</Refused>}
      </div>
    </Dialog>
  )
}
