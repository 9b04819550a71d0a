import { TextField, type TextFieldProps } from './text-field'
import { type Commit, useDraft } from './use-draft'

export interface DraftFieldProps extends Omit<TextFieldProps, 'onChange' | 'onBlur' | 'onEscape' | 'error'> {
  /** Stores the text; answers null, or in words why it was refused. */
  readonly onCommit: Commit<string>
  /** Null: written only on leaving and on Enter. */
  readonly pauseMs?: number | null
}

/** A text that stores itself: on leaving, on Enter and after a pause of 400 ms. A refusal stands below it and the text stays. */
export function DraftField({ value, onCommit, pauseMs = 400, onEnter, ...rest }: DraftFieldProps) {
  const draft = useDraft({ value, commit: onCommit, pauseMs })
  return (
    <TextField
      {...rest}
      value={draft.value}
      error={draft.error}
      onChange={draft.change}
      onBlur={draft.leave}
      onEscape={draft.revert}
      onEnter={() => {
        if (draft.flush()) onEnter?.()
      }}
    />
  )
}

/** Inline edit in lists and tables: text until it is pointed at or focused, stored on Enter and on leaving. */
export function EditableText({ pauseMs = null, ...rest }: DraftFieldProps) {
  return <DraftField {...rest} pauseMs={pauseMs} isBare isLabelHidden />
}
