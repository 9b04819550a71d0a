import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from '../../../ui/cx'
import { TextField } from '../../../ui/text-field'
import { useKept } from '../closing-desk'
import { thenOn } from './focus'
import styles from './walk.module.css'

/** What words mean as they stand: `says` under the field, in warning when they mean nothing. */
export interface Reading {
  readonly says: string
  readonly isWrong?: boolean
  /** Not stored on leaving alone. */
  readonly needsEnter?: boolean
}

export interface WordsFieldProps {
  /** Unlike that of any other field of the walk. */
  readonly field: string
  readonly label: string
  readonly placeholder: string
  /** What is stored, in words. */
  readonly stored: string
  /** Under the field while nothing is typed. */
  readonly note?: string
  readonly isLeft: boolean
  readonly isOff: boolean
  readonly read: (words: string) => Reading
  /** Stores what the words mean; answers null, or why not. */
  readonly take: (words: string) => string | null
  /** One digit in the empty field; answers null, or why not; absent where digits are text. */
  readonly pick?: (digit: number) => string | null
}

/** A field that takes words: Enter stores what they mean and goes on; what cannot be read stays and says why. */
export function WordsField({ field, label, placeholder, stored, note = '', isLeft, isOff, read, take, pick }: WordsFieldProps) {
  const [typed, setTyped] = useKept<string | null>(`walk ${field}`, null)
  const [error, setError] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const draft = typed?.trim() ?? ''
  const isNew = draft !== '' && draft !== stored
  const reading = isNew ? read(draft) : { says: note }

  function store(): boolean {
    const refused = isNew ? take(draft) : null
    setError(refused ?? '')
    if (refused === null) setTyped(null)
    return refused === null
  }
  function onDigit(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event
    if (!pick || isOff || draft !== '' || ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return
    event.preventDefault()
    event.stopPropagation()
    thenOn(place.current, () => {
      const refused = pick(Number(key))
      setError(refused ?? '')
      if (refused === null) setTyped(null)
      return refused === null
    })
  }

  return (
    <div ref={place} className={styles['words']} data-row={field} data-left={isLeft} onKeyDownCapture={onDigit}>
      <TextField
        label={label}
        isLabelHidden
        placeholder={placeholder}
        value={typed ?? stored}
        isDisabled={isOff}
        onChange={(text) => (setError(''), setTyped(text))}
        onEnter={() => thenOn(place.current, store)}
        onBlur={() => {
          if (!isNew) setTyped(null)
          else if (!reading.isWrong && !reading.needsEnter) store()
        }}
        maxLength={200}
      />
      <p className={cx(styles['says'], (error !== '' || reading.isWrong) && styles['wrong'])} role="status">
        {error || reading.says}
      </p>
    </div>
  )
}
