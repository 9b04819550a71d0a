import { useState } from 'react'
import { leftOut, type LeftOut } from '../../../shared/archive/left-out'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { useIsCovered } from '../../ui/cover'
import { Refused } from '../../ui/field'
import { Icon } from '../../ui/icon'
import styles from './archive.module.css'

export interface SaveButtonsProps {
  readonly isReady: boolean
  readonly onSave: (withDesk: boolean) => void
}

/** Saves; while something lies on the desk, first says what will not go along and what can be done about it. */
export function SaveButtons({ isReady, onSave }: SaveButtonsProps) {
  const desk = useReview((snapshot) => snapshot.desk)
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const [isAsking, setAsking] = useState(false)
  const isCovered = useIsCovered()
  const left = leftOut(desk)
  const all = left.unrevealed + left.notes + left.ballots
  if (all === 0)
    return (
      <div className={styles['acts']}>
        <Button look="primary" icon="archive" isDisabled={!isReady} onPress={() => onSave(false)}>
          Save bundle
        </Button>
      </div>
    )
  return (
    <div className={styles['desk']}>
      <p>
        <Icon name="lock" />
        <span>
          <b>Not in the bundle:</b> {leftWords(left)}.
        </span>
      </p>
      <div className={styles['acts']}>
        <Button look="primary" icon="archive" isDisabled={!isReady} onPress={() => onSave(false)}>
          {all === 1 ? 'Save without it' : 'Save without these'}
        </Button>
        <Button icon="external" isDisabled={!isReady} onPress={() => onSave(true)}>
          Move to another computer
        </Button>
        {left.unrevealed > 0 && (
          <Button look="quiet" icon="eye" isDisabled={!mayEdit} onPress={() => setAsking(true)}>
            Reveal…
          </Button>
        )}
      </div>
      <p className={styles['hint']}>
        Moving saves a private bundle with everything on the desk, and says so in its name. Do not put it on a shared drive.
      </p>
      {error && <Refused>{error}</Refused>}
      <Confirm
        title={`Reveal ${count(left.unrevealed, 'item')}?`}
        verb="Reveal"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => attempt('revealFeedback', { feedbackIds: Object.keys(desk.feedback) })}
      >
        {isCovered ? (
          <p>Their words are covered: turn discreet mode off (F9) to read them first.</p>
        ) : (
          <ul className={styles['revealed']}>
            {inOrder(desk.feedback).map((item) => (
              <li key={item.id} dir="auto">
                {item.text}
              </li>
            ))}
          </ul>
        )}
        <p>
          {left.unrevealed === 1 ? 'It becomes' : 'They become'} part of the record, for everybody to read on the wall and in the
          bundle. This cannot be taken back.
        </p>
      </Confirm>
    </div>
  )
}

function leftWords({ unrevealed, notes, ballots }: LeftOut): string {
  const parts = [
    unrevealed > 0 ? count(unrevealed, 'unrevealed item') : '',
    notes > 0 ? count(notes, 'private note') : '',
    ballots > 0 ? count(ballots, 'sealed ballot') : '',
  ]
  return parts.filter(Boolean).join(', ')
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
