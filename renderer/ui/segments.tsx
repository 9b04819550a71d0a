import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from './cx'
import styles from './segments.module.css'

export interface SegmentsProps<Key extends string> {
  /** What is chosen, read aloud. */
  readonly label: string
  /** `keys`: shown before the label. */
  readonly options: readonly { readonly key: Key; readonly label: string; readonly keys?: string }[]
  /** Null: none is. */
  readonly value: Key | null
  readonly onChange: (key: Key) => void
  /** What is chosen is live: it has the accent. */
  readonly isLive?: boolean
}

/** One of two or three ways to look at something, side by side. */
export function Segments<Key extends string>({ label, options, value, onChange, isLive = false }: SegmentsProps<Key>) {
  return (
    <ToggleButtonGroup
      className={cx(styles['segments'], isLive && styles['live'])}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={([key]) => {
        if (key !== undefined) onChange(key as Key)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.key} id={option.key} className={styles['segment'] ?? ''}>
          {option.keys !== undefined && <kbd>{option.keys}</kbd>}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
