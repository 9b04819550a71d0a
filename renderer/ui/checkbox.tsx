import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import styles from './checkbox.module.css'
import { cx } from './cx'
import { Icon } from './icon'

export interface CheckboxProps {
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  /** The words beside it; with `label` they may be left out. */
  readonly children?: ReactNode
  readonly label?: string
  readonly isDisabled?: boolean
  /** Ticked lines are struck out quietly. */
  readonly isTask?: boolean
}

/** A box to tick, at least 24 px to press. */
export function Checkbox({ isChecked, onChange, children, label, isDisabled, isTask }: CheckboxProps) {
  return (
    <CheckboxField
      isSelected={isChecked}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <CheckboxButton className={cx(styles['checkbox'], isTask && styles['task'])}>
        <span className={styles['box']}>
          <Icon name="check" />
        </span>
        {children !== undefined && <span className={styles['words']}>{children}</span>}
      </CheckboxButton>
    </CheckboxField>
  )
}
