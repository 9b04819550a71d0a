import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { cx } from './cx'
import { FieldFrame, type FieldProps } from './field'
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
  /** Where other buttons do what the steps would. */
  readonly isStepless?: boolean
}

/** A number with steps; arrow keys change it. */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    isLabelHidden,
    hint,
    error,
    value,
    onCommit,
    onClear,
    min = 0,
    max,
    step = 1,
    format,
    isDisabled,
    isBare,
    isStepless,
  } = props
  return (
    <AriaNumberField
      className={cx(styles['field'], isLabelHidden && styles['hiddenLabel'])}
      value={value}
      onChange={(next) => {
        if (!Number.isNaN(next)) onCommit(next)
        else onClear?.()
      }}
      minValue={min}
      step={step}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      validationBehavior="aria"
      {...(max === undefined ? {} : { maxValue: max })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })}>
        <Group className={cx(styles['control'], styles['group'], isBare && styles['bare'])}>
          <Input className={styles['inner'] ?? ''} data-figures="" />
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
