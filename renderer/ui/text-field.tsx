import { useRef, type KeyboardEvent } from 'react'
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { cx } from './cx'
import { FieldFrame, type FieldProps, nameOf } from './field'
import styles from './field.module.css'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  /** Enter in one line, command key and Enter in several. */
  readonly onEnter?: () => void
  readonly onEscape?: () => void
  readonly placeholder?: string
  /** Above 1: several lines, growing with the text. */
  readonly lines?: number
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  /** Reads as text until it is pointed at. */
  readonly isBare?: boolean
  readonly type?: 'text' | 'search'
}

/** Text in one line or, with `lines`, in several. It only shows and tells; `DraftField` stores. */
export function TextField(props: TextFieldProps) {
  const { lines = 1, placeholder, maxLength, isBare, autoFocus, type = 'text' } = props
  const { onEnter, onEscape, onBlur, onFocus } = props
  const isComposing = useRef(false)
  const look = cx(styles['control'], lines > 1 && styles['area'], isBare && styles['bare'])
  const shared = { className: look, ...(placeholder === undefined ? {} : { placeholder }) }

  function onKeyDown(event: KeyboardEvent) {
    // The component library keeps keys to the field; Escape has to reach the dialog around it, shortcuts the page.
    if ('continuePropagation' in event) (event.continuePropagation as () => void)()
    if (isComposing.current || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) onEnter?.()
    if (event.key === 'Escape') onEscape?.()
  }

  return (
    <AriaTextField
      {...nameOf(props)}
      className={styles['field'] ?? ''}
      value={props.value}
      onChange={props.onChange}
      type={type}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      onKeyDown={onKeyDown}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onBlur ? { onBlur } : {})}
      {...(onFocus ? { onFocus } : {})}
    >
      <FieldFrame of={props}>
        {lines > 1 ? (
          <AriaTextArea {...shared} rows={lines} autoFocus={autoFocus} />
        ) : (
          <Input {...shared} autoFocus={autoFocus} autoComplete="off" />
        )}
      </FieldFrame>
    </AriaTextField>
  )
}

/** `TextField` with several lines. */
export function TextArea({ lines = 3, ...rest }: TextFieldProps) {
  return <TextField {...rest} lines={lines} />
}
