import type { ReactNode } from 'react'
import styles from './walk.module.css'

/** What a step says where there is nothing. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={styles['empty']}>{children}</p>
}
