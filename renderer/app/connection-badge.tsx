import { useEffect, useState } from 'react'
import type { Connection } from '../host'
import { useHost } from '../storage/use-host'
import { Icon } from '../ui/icon'
import styles from './connection-badge.module.css'

/** Told while the program behind the page does not answer: what is safe, and that nothing has to be done. */
export function ConnectionBadge() {
  const host = useHost()
  const [connection, setConnection] = useState<Connection>('connected')
  useEffect(() => host.onConnection(setConnection), [host])
  return (
    <div aria-live="polite" className={styles['region']}>
      {connection === 'lost' && (
        <p className={styles['badge']}>
          <Icon name="warning" />
          The program behind this page does not answer. Work goes on here and is sent as soon as it does.
        </p>
      )}
    </div>
  )
}
