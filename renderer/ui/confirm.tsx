import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

export interface ConfirmProps {
  readonly title: string
  /** What will be so afterwards. */
  readonly children: ReactNode
  /** The verb on the button. */
  readonly verb: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks before what cannot be taken back; nothing else is ever asked about. */
export function Confirm({ title, children, verb, isOpen, onClose, onConfirm }: ConfirmProps) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      width="narrow"
      isAlert
      footer={
        <>
          {/* KEY8 */}
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            onPress={() => {
              onConfirm()
              onClose()
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
