import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import styles from './field.module.css'

/** What every field has in common. */
export interface FieldProps {
  readonly label: string
  /** The label is only read aloud: where a column heading or the place itself says it. */
  readonly isLabelHidden?: boolean
  readonly hint?: string
  /** Why what was entered is refused; '' or absent when it is not. */
  readonly error?: string
}

/** What names a field whose label is not shown. A label out of sight would be laid out and painted in every row of a list. */
export const nameOf = ({ label, isLabelHidden }: FieldProps): { 'aria-label'?: string } =>
  isLabelHidden ? { 'aria-label': label } : {}

/** Label above, hint and refusal below; to be used inside a field of the component library, which has `nameOf`. */
export function FieldFrame({ of, children }: { readonly of: FieldProps; readonly children: ReactNode }) {
  const { label, isLabelHidden, hint, error } = of
  return (
    <>
      {isLabelHidden !== true && <Label className={styles['label'] ?? ''}>{label}</Label>}
      {children}
      {hint !== undefined && hint !== '' && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </>
  )
}

/** A refusal in words that belongs to a button or a list. */
export function Refused({ children }: { readonly children: string }) {
  return (
    <p className={styles['error']} role="alert">
      {children}
    </p>
  )
}
