import { useState } from 'react'
import type { Delivery } from '../../../shared/host-contract'
import { useDeliveries } from '../../storage/use-deliveries'
import { Icon } from '../../ui/icon'
import styles from './archive.module.css'
import { conflictsOf } from './delivery-words'

export interface SavedNoteProps {
  /** As it stood when it was saved. */
  readonly delivery: Delivery
  readonly isDirect: boolean
  /** What else is to be said of it. */
  readonly told?: string
}

/** DLV1: at once that it is safe, then how far it is on its way. Gone when it was given up; its name and why it failed are told below, by its row. */
export function SavedNote({ delivery: saved, isDirect, told = '' }: SavedNoteProps) {
  const delivery = useDeliveries().find(({ id }) => id === saved.id)
  const [hasFailed, setHasFailed] = useState(false)
  if (!delivery) return null
  const isThere = delivery.state === 'delivered'
  if (delivery.state === 'failed' && !hasFailed) setHasFailed(true)
  const isLeftToRow = hasFailed && !isThere
  if (isLeftToRow && told === '') return null
  return (
    <p className={styles[isThere ? 'done' : 'underway']} role="status">
      <Icon name={isLeftToRow ? 'info' : 'check'} />
      <span>
        {isThere ? (
          <>
            Saved and read back.{besideWords(delivery)}
            {conflictsOf(delivery).length > 0 && ' A different file had the name there, and was left alone.'}
            {isDirect && ' This computer could keep no copy, so it was written straight there.'}
          </>
        ) : (
          !isLeftToRow && 'Safe on this computer. It goes to the folder by itself; you may leave or quit.'
        )}
        {told !== '' && ` ${told}`}
      </span>
    </p>
  )
}

function besideWords({ files: [, ...beside] }: Delivery): string {
  return beside.length > 0 ? ` Beside it, to read: ${beside.map(({ name, as }) => as ?? name).join(', ')}.` : ''
}
