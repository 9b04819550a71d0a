import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import styles from './panel.module.css'

export interface PanelProps {
  /** What it is about, read aloud. */
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly children: ReactNode
  /** Beside the button, where what lies above and below it must stay in sight. */
  readonly isBeside?: boolean
}

/** Something small to do, behind a button; nothing on the page moves. */
export function Panel({ label, trigger, children, isBeside = false }: PanelProps) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover className={styles['popover'] ?? ''} placement={isBeside ? 'right top' : 'bottom start'} offset={4}>
        <Dialog className={styles['panel'] ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
