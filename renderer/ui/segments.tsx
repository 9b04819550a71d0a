import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './segments.module.css'

export interface SegmentsProps<Key extends string> {
  /** What is chosen, read aloud. */
  readonly label: string
  readonly options: readonly { readonly key: Key; readonly label: string }[]
  readonly value: Key
  readonly onChange: (key: Key) => void
}

/** One of two or three ways to look at something, side by side. */
export function Segments<Key extends string>({ label, options, value, onChange }: SegmentsProps<Key>) {
  return (
    <ToggleButtonGroup
      className={styles['segments'] ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => onChange(key as Key)}
    >
      {options.map((option) => (
        <ToggleButton key={option.key} id={option.key} className={styles['segment'] ?? ''}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
