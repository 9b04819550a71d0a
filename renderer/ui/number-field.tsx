import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { cx } from './cx'
import { FieldFrame, type FieldProps, nameOf } from './field'
import styles from './field.module.css'
import { Icon } from './icon'

export interface NumberFieldProps extends FieldProps {
  readonly value: number
  /** Told when the field is left, on Enter and at each step. */
  readonly onCommit: (value: number) => void
  /** Told when it is emptied; without it the number comes back. NaN as `value` shows nothing. */
  readonly onClear?: () => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  /** As in `Intl.NumberFormat`: `{ style: 'unit', unit: 'minute' }`. */
  readonly format?: Intl.NumberFormatOptions
  readonly isDisabled?: boolean
  readonly isBare?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Where other buttons do what the steps would. */
  readonly isStepless?: boolean
}

/** A whole number with steps; arrow keys change it. */
export function NumberField(props: NumberFieldProps) {
  const {
    value,
    onCommit,
    onClear,
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
    step = 1,
    format,
    isDisabled,
    isBare,
    isStepless,
    autoFocus,
    placeholder,
  } = props
  return (
    <AriaNumberField
      {...nameOf(props)}
      className={styles['field'] ?? ''}
      value={value}
      onChange={(next) => {
        if (!Number.isNaN(next)) onCommit(Math.min(max, Math.max(min, Math.round(next))))
        else onClear?.()
      }}
      commitBehavior="validate" // FLD1: else what was typed becomes the nearest step.
      minValue={min}
      maxValue={max}
      step={step}
      isInvalid={Boolean(props.error)}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <FieldFrame of={props}>
        <Group className={cx(styles['control'], styles['group'], isBare && styles['bare'])}>
          <Input
            className={styles['inner'] ?? ''}
            data-figures=""
            autoFocus={autoFocus}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          {isStepless !== true && (
            <>
              <Button slot="decrement" className={styles['step'] ?? ''}>
                <Icon name="chevron-down" />
              </Button>
              <Button slot="increment" className={styles['step'] ?? ''}>
                <Icon name="chevron-up" />
              </Button>
            </>
          )}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
