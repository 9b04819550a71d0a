import type { ReactElement } from 'react'
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components'
import styles from './tooltip.module.css'

export interface TipProps {
  readonly text: string
  /** Key or keys to press instead. */
  readonly keys?: string
  /** A button of the component library, or with `isFocusable` any element that takes the focus. */
  readonly children: ReactElement<React.DOMAttributes<Element>, string>
  readonly isFocusable?: boolean
}

/** A short text beside what it explains, on hover and focus. It never holds what can be read nowhere else. */
export function Tip({ text, keys, children, isFocusable = false }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {isFocusable ? <Focusable>{children}</Focusable> : children}
      <Tooltip className={styles['tip'] ?? ''} offset={6}>
        {text}
        {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
