import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { useCoverTurn } from '../../ui/cover'
import { DraftField } from '../../ui/draft-field'
import styles from './timer-panel.module.css'

/** AGN5, DSC2: the facilitator's private note on an item, covered until it is pressed; nothing moves when it opens. */
export function ItemNote({ itemId }: { readonly itemId: string }) {
  const note = useReview(({ desk }) => desk.notes[itemId]?.text ?? '')
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const [isOpen, setOpen] = useState(false)
  useCoverTurn(() => setOpen(false))
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="quiet" size="small" icon="lock">
        {note === '' ? 'Add a note' : 'Private note'}
      </Button>
      <Popover className={styles['note'] ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label="Private note">
          <DraftField
            label="Private note"
            hint="Only on this computer: not on the wall, not in bundles."
            lines={5}
            autoFocus
            value={note}
            isReadOnly={!mayEdit}
            onCommit={(text) => act('writeNote', { itemId, text })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
