import type { KeyboardEvent } from 'react'
import type { FeedbackItem } from '../../../shared/feedback/item'
import { labelWord } from '../../../shared/record/words'
import { useAct } from '../../storage/use-act'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { NumberField } from '../../ui/number-field'
import styles from './life-form.module.css'

interface HandsDialogProps {
  readonly item: FeedbackItem
  readonly onClose: () => void
}

/** FB9: enters how many raised their hands. */
export function HandsDialog({ item, onClose }: HandsDialogProps) {
  const act = useAct()
  /** FB19: the number is told when its field is left. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.target.blur()
    onClose()
  }
  const count = (hands: number | null) => act('countHands', { feedbackId: item.id, hands })
  return (
    <Dialog
      title="Show of hands"
      isOpen
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button
            look="quiet"
            isDisabled={item.hands === null}
            onPress={() => {
              count(null)
              onClose()
            }}
          >
            Nobody was asked
          </Button>
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles['form']} onKeyDownCapture={onKeyDown}>
        <p className={styles['item']} dir="auto">
          <b>{labelWord(item.label)}</b> {item.text}
        </p>
        <NumberField
          label="Hands raised"
          hint="How many, not whose: it is a count, no vote by name."
          value={item.hands ?? Number.NaN}
          max={9_999}
          autoFocus
          onCommit={(hands) => void count(hands)}
          onClear={() => void count(null)}
        />
      </div>
    </Dialog>
  )
}
