import { useState } from 'react'
import { type Board, everything, isFiltering } from '../../../shared/feedback/board'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { BoardFilterDialog } from './board-filter'
import { askBoard, useAsked } from './board-store'
import { filterWords, sortWords } from './board-words'
import styles from './board.module.css'

export interface BoardBarProps {
  readonly board: Board
  readonly onOneByOne: () => void
}

/** FB10: finds, filters, orders; says what is hidden. */
export function BoardBar({ board: { rows, hidden }, onOneByOne }: BoardBarProps) {
  const { reviewId } = useSession()
  const { filter, sort } = useAsked(reviewId)
  const record = useReview((snapshot) => snapshot.record)
  const [isOpen, setOpen] = useState(false)
  const isAsking = isFiltering(filter)
  return (
    <div className={styles['bar']}>
      <div className={styles['tools']}>
        <TextField
          label="Find in the feedback"
          isLabelHidden
          type="search"
          placeholder="Find"
          value={filter.words}
          onChange={(words) => askBoard(reviewId, { filter: { ...filter, words } })}
          onEscape={() => askBoard(reviewId, { filter: { ...filter, words: '' } })}
        />
        <Button size="small" onPress={() => setOpen(true)}>
          Filter
        </Button>
        <Button size="small" isDisabled={rows.length === 0} onPress={onOneByOne}>
          One by one
        </Button>
      </div>
      {(isAsking || sort !== 'entered') && (
        <p className={styles['asked']} role="status">
          <span dir="auto">
            {isAsking && (
              <>
                <b data-figures="">{`${rows.length} of ${rows.length + hidden}`}</b>
                {`: ${filterWords(filter, record)}`}
              </>
            )}
            {sort !== 'entered' && `${isAsking ? ' · ' : ''}${sortWords[sort].toLowerCase()}`}
          </span>
          <Button size="small" look="quiet" onPress={() => askBoard(reviewId, { filter: everything, sort: 'entered' })}>
            Show everything
          </Button>
        </p>
      )}
      {isOpen && <BoardFilterDialog onClose={() => setOpen(false)} />}
    </div>
  )
}
