import type { KeyboardEvent } from 'react'
import { TextArea, TextField } from 'react-aria-components'
import { cx } from './cx'
import { FieldFrame, nameOf } from './field'
import styles from './field.module.css'
import own from './wrapped-text.module.css'
import { type Commit, useDraft } from './use-draft'

export interface WrappedTextProps {
  readonly label: string
  readonly value: string
  readonly onCommit: Commit<string>
  readonly isReadOnly?: boolean
  readonly placeholder?: string
}

/** One paragraph in a table or list: wraps and grows, stored on Enter and on leaving; Escape goes back to what is stored. */
export function WrappedText({ label, value, onCommit, isReadOnly = false, placeholder }: WrappedTextProps) {
  const field = { label, isLabelHidden: true }
  const draft = useDraft({ value, commit: onCommit, pauseMs: null })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') draft.revert()
    if (event.key !== 'Enter') return
    event.preventDefault()
    draft.flush()
  }

  return (
    <TextField
      {...nameOf(field)}
      className={styles['field'] ?? ''}
      value={draft.value}
      onChange={(text) => draft.change(text.replaceAll(/\s*\n\s*/g, ' '))}
      onBlur={draft.leave}
      onKeyDown={onKeyDown}
      isReadOnly={isReadOnly}
      isInvalid={draft.error !== ''}
      validationBehavior="aria"
    >
      <FieldFrame of={{ ...field, error: draft.error }}>
        <TextArea
          className={cx(styles['control'], styles['bare'], own['wrapped'])}
          rows={1}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </TextField>
  )
}
