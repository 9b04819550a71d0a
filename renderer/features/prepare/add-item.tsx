import { useState } from 'react'
import { useAct } from '../../storage/use-act'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import styles from './agenda.module.css'

const MINUTE_MS = 60_000

/** A title, Enter: the next item. The minutes stay as they were set last. */
export function AddItem({ isFirst }: { readonly isFirst: boolean }) {
  const act = useAct()
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState(10)
  const [error, setError] = useState('')
  const add = () => {
    const refused = act('addItem', { title, plannedMs: minutes * MINUTE_MS })
    setError(refused ?? '')
    if (refused === null) setTitle('')
  }
  return (
    <div className={cx(styles['add'], isFirst && styles['first'])}>
      <TextField
        label="Add an item"
        isLabelHidden
        placeholder="Next item, then Enter"
        value={title}
        error={error}
        onChange={(text) => {
          setTitle(text)
          setError('')
        }}
        onEnter={add}
        maxLength={500}
      />
      <NumberField label="Planned minutes of the new item" isLabelHidden value={minutes} max={600} onCommit={setMinutes} />
      <Button icon="add" onPress={add}>
        Add item
      </Button>
    </div>
  )
}
