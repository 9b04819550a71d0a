import { useState } from 'react'
import { Dialog } from '../ui/dialog'
import { fixedKeys, type KeyRow, keyTable } from '../ui/key-table'
import { useKeptFocus } from '../ui/keep-focus'
import { useKeyListener, useKeys, useOfferedKeys } from '../ui/use-keys'
import styles from './key-map.module.css'

/** Listens for keys, and shows on `?` what each does here. */
export function KeyMap() {
  const [isOpen, setOpen] = useState(false)
  const offered = useOfferedKeys()
  useKeyListener()
  useKeptFocus()
  useKeys({ help: () => setOpen(true) })
  const rows: KeyRow[] = [...offered.map((name) => keyTable[name]), ...fixedKeys]
  const groups = [...new Set(rows.map(({ group }) => group))]
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={() => setOpen(false)} width="wide">
      <div className={styles['groups']} tabIndex={0} role="group" aria-label="Keys by group">
        {groups.map((group) => (
          <section key={group} className={styles['group']}>
            <h3>{group}</h3>
            <dl>
              {rows
                .filter((row) => row.group === group)
                .map(({ key, label }) => (
                  <div key={key}>
                    <dt>
                      {key.split(' ').map((each) => (
                        <kbd key={each}>{each.length === 1 ? each.toUpperCase() : each}</kbd>
                      ))}
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
