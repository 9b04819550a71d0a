import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { cx } from './cx'
import { FieldFrame, type FieldProps, nameOf } from './field'
import fieldStyles from './field.module.css'
import { Icon } from './icon'
import styles from './select.module.css'

export interface Option<Key extends string> {
  readonly key: Key
  readonly label: string
  /** A second, quieter word. */
  readonly note?: string
}

export interface SelectProps<Key extends string> extends FieldProps {
  readonly options: readonly Option<Key>[]
  readonly value: Key | null
  readonly onChange: (key: Key) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly isBare?: boolean
  readonly autoFocus?: boolean
}

/** One of a few. For *nobody* or *none* give an option with the key ''. */
export function Select<Key extends string>(props: SelectProps<Key>) {
  const { options, value, onChange, placeholder = 'Choose', isDisabled, isBare, autoFocus } = props
  return (
    <AriaSelect
      {...nameOf(props)}
      className={fieldStyles['field'] ?? ''}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Key)
      }}
      placeholder={placeholder}
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(props.error)}
      autoFocus={autoFocus ?? false}
    >
      <FieldFrame of={props}>
        <Button className={cx(fieldStyles['control'], styles['button'], isBare && fieldStyles['bare'])}>
          <SelectValue className={styles['value'] ?? ''}>
            {({ selectedText, isPlaceholder }) => <span dir="auto">{isPlaceholder ? placeholder : selectedText}</span>}
          </SelectValue>
          <Icon name="chevron-down" />
        </Button>
      </FieldFrame>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.key} textValue={option.label} className={styles['option'] ?? ''}>
              <span className={styles['mark']}>
                <Icon name="check" />
              </span>
              <span>{option.label}</span>
              {option.note !== undefined && <span className={styles['note']}>{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
