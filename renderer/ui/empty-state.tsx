import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  readonly title: string
  /** What belongs here. */
  readonly children: ReactNode
  /** The one act that fills it. */
  readonly action?: ReactNode
}

/** What an empty list says. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      <p className={styles['words']}>{children}</p>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </div>
  )
}
