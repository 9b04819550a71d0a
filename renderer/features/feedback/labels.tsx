import type { KeyboardEvent } from 'react'
import type { Label } from '../../../shared/feedback/item'
import { cx } from '../../ui/cx'
import styles from './feedback.module.css'

interface LabelsProps {
  readonly labels: readonly Label[]
  readonly value: Label
  readonly onChange: (label: Label) => void
}

/** FB21: the labels of a side, one stop of the keyboard: arrows choose. */
export function Labels({ labels, value, onChange }: LabelsProps) {
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLElement>): void => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? labels.length - 1 : 0
    const to = (labels.indexOf(value) + by) % labels.length
    if (by === 0 || labels[to] === undefined) return
    onChange(labels[to])
    currentTarget.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }
  return (
    <div className={styles['labels']} role="toolbar" aria-label="Label" onKeyDown={onKeyDown}>
      {labels.map((each) => (
        <button
          key={each}
          type="button"
          className={cx(styles['pill'], each === value && styles['chosen'])}
          aria-pressed={each === value}
          tabIndex={each === value ? 0 : -1}
          onClick={() => onChange(each)}
        >
          {each}
        </button>
      ))}
    </div>
  )
}
