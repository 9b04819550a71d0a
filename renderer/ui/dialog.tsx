import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button'
import { cx } from './cx'
import styles from './dialog.module.css'
import { useSettledToasts } from './toast'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, the cross and a press beside it. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at its foot, the one to do next last. */
  readonly footer?: ReactNode
  /** `full` fills the window, `sheet` its right side from top to foot; what they show scrolls by itself. */
  readonly width?: 'narrow' | 'medium' | 'wide' | 'full' | 'sheet'
  /** Beside its title. */
  readonly tools?: ReactNode
  /** An alert: a press beside it does not close it. */
  readonly isAlert?: boolean
}

/** A dialog over the page. Only for what needs an answer; success never gets one. */
export function Dialog({ title, isOpen, onClose, children, footer, tools, width = 'medium', isAlert = false }: DialogProps) {
  useSettledToasts(isOpen)
  return (
    <ModalOverlay
      className={cx(styles['overlay'], width === 'sheet' && styles['beside'])}
      isOpen={isOpen}
      isDismissable={!isAlert}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={cx(styles['modal'], styles[width])}>
        <AriaDialog className={styles['dialog'] ?? ''} role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className={styles['header']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {tools}
            <IconButton icon="close" label="Close" onPress={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
