import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { cx } from '../../../ui/cx'
import { StatusText, type Tone } from '../../../ui/status'
import type { IconName } from '../../../ui/icon-paths'
import { Segments } from '../../../ui/segments'
import { focusIn, thenOn, toRow } from './focus'
import styles from './walk.module.css'

export interface ChoiceRow<Key extends string> {
  readonly id: string
  /** Before the words: a number. */
  readonly mark?: string
  readonly text: string
  /** Under the words, quietly. */
  readonly note?: string
  /** Whether nothing was chosen yet. */
  readonly isLeft: boolean
  readonly chosen: Key | null
  readonly outcome: { readonly words: string; readonly tone: Tone; readonly icon?: IconName }
  /** Under the row: what a choice asks for. */
  readonly more?: ReactNode
}

export interface ChoiceRowsProps<Key extends string> {
  readonly label: string
  readonly choices: readonly { readonly key: Key; readonly label: string }[]
  readonly rows: readonly ChoiceRow<Key>[]
  readonly isOff: boolean
  /** Answers null, in words why not, or 'asks' when the row asks for more. */
  readonly onChoose: (row: ChoiceRow<Key>, key: Key) => string | null
}

/** What a choice that needs more words answers: the keyboard goes there. */
export const ASKS = 'asks'

/** A row for each thing, with what can become of it under the digits; up and down go between rows. */
export function ChoiceRows<Key extends string>({ label, choices, rows, isOff, onChoose }: ChoiceRowsProps<Key>) {
  return (
    <ul className={cx(styles['rows'], styles['choices'])} aria-label={label}>
      {rows.map((row) => (
        <Row key={row.id} row={row} choices={choices} isOff={isOff} onChoose={onChoose} />
      ))}
    </ul>
  )
}

function Row<Key extends string>({
  row,
  choices,
  isOff,
  onChoose,
}: Omit<ChoiceRowsProps<Key>, 'label' | 'rows'> & { readonly row: ChoiceRow<Key> }) {
  const place = useRef<HTMLLIElement>(null)
  const [error, setError] = useState('')
  const { id, mark, text, note = '', isLeft, chosen, outcome, more } = row
  function choose(key: Key): void {
    if (isOff) return
    let asks = false
    thenOn(place.current, () => {
      const refused = onChoose(row, key)
      asks = refused === ASKS
      setError(asks ? '' : (refused ?? ''))
      return refused === null
    })
    if (asks) focusIn(place.current?.querySelector('[data-more]') ?? null)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof Element) || target.closest('[data-more]')) return
    const choice = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
    if (!choice && by === null) return
    event.preventDefault()
    event.stopPropagation()
    if (choice) choose(choice.key)
    else if (by !== null) toRow(target, by)
  }
  return (
    <li ref={place} className={styles['row']} data-row={id} data-left={isLeft} onKeyDownCapture={onKeyDown}>
      <div className={styles['line']}>
        {mark !== undefined && (
          <span className={styles['mark']} data-figures="">
            {mark}
          </span>
        )}
        <span className={styles['text']} dir="auto">
          {text}
          {note !== '' && (
            <span className={styles['note']} dir="auto">
              {note}
            </span>
          )}
        </span>
        <span className={styles['outcome']}>
          <StatusText tone={outcome.tone} {...(outcome.icon ? { icon: outcome.icon } : {})}>
            {outcome.words}
          </StatusText>
        </span>
        <Segments
          label={text}
          options={choices.map((choice, at) => ({ ...choice, keys: String(at + 1) }))}
          value={chosen}
          isLive
          onChange={choose}
        />
      </div>
      {more}
      {error !== '' && (
        <p className={styles['wrong']} role="alert">
          {error}
        </p>
      )}
    </li>
  )
}
