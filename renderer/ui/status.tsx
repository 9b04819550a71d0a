import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import styles from './status.module.css'

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'overtime'

export interface StatusProps {
  readonly tone?: Tone
  /** Colour never carries meaning alone: the words do, a shape helps. */
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A state in words: a soft pill. */
export function Status({ tone = 'neutral', icon, children }: StatusProps) {
  return (
    <span className={cx(styles['status'], styles[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A state inside a line of text: coloured words with an optional shape, no ground. */
export function StatusText({ tone = 'neutral', icon, children }: StatusProps) {
  return (
    <span className={cx(styles['text'], styles[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
