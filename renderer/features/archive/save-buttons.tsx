import { useState } from 'react'
import { leftOut, type LeftOut } from '../../../shared/archive/left-out'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
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
  const left = leftOut(desk)
  if (left.unrevealed + left.notes === 0)
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
          Save without
        </Button>
        {left.unrevealed > 0 && (
          <Button icon="eye" isDisabled={!mayEdit} onPress={() => setAsking(true)}>
            Reveal
          </Button>
        )}
        <Button icon="external" isDisabled={!isReady} onPress={() => onSave(true)}>
          Move to another computer
        </Button>
      </div>
      <p className={styles['hint']}>
        Moving saves a private bundle with everything on the desk, and says so in its name. Do not put it on a shared drive.
      </p>
      {error && <Refused>{error}</Refused>}
      <Dialog
        title={`Reveal ${count(left.unrevealed, 'item')}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        width="narrow"
        isAlert
        footer={
          <>
            <Button onPress={() => setAsking(false)}>Cancel</Button>
            <Button
              look="primary"
              onPress={() => {
                attempt('revealFeedback', { feedbackIds: Object.keys(desk.feedback) })
                setAsking(false)
              }}
            >
              Reveal
            </Button>
          </>
        }
      >
        <p>They become part of the record: everybody can read them on the wall and in the bundle. This cannot be taken back.</p>
      </Dialog>
    </div>
  )
}

function leftWords({ unrevealed, notes }: LeftOut): string {
  const parts = [unrevealed > 0 ? count(unrevealed, 'unrevealed item') : '', notes > 0 ? count(notes, 'private note') : '']
  return parts.filter(Boolean).join(', ')
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
