import { useState } from 'react'
import { useAct } from '../../storage/use-act'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import styles from './agenda.module.css'

const MINUTE_MS = 60_000

interface AddItemProps {
  readonly isFirst: boolean
  /** Several lines were pasted: an agenda, not a title. */
  readonly onPasteLines: (text: string) => void
}

/** A title, Enter: the next item. The minutes stay as they were set last. */
export function AddItem({ isFirst, onPasteLines }: AddItemProps) {
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
    <div
      className={cx(styles['add'], isFirst && styles['first'])}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (text.trim().split(/\r\n|\n|\r/).length < 2) return
        event.preventDefault()
        onPasteLines(text)
      }}
    >
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
