import { useCallback, useEffect, useRef, useState } from 'react'

/** Writes a value; answers null, or in words why it was refused. */
export type Commit<Value> = (value: Value) => string | null

export interface DraftOptions<Value> {
  readonly value: Value
  readonly commit: Commit<Value>
  /** Written after so long without a change, in ms; null: only when the field is left or Enter is pressed. */
  readonly pauseMs?: number | null
  readonly isEqual?: (left: Value, right: Value) => boolean
}

export interface Draft<Value> {
  readonly value: Value
  /** Why the last attempt was refused; '' when it was not. The refused text stays in the field. */
  readonly error: string
  readonly change: (value: Value) => void
  /** Writes at once what is not written yet; answers whether nothing is refused. */
  readonly flush: () => boolean
  /** The field was left: writes, then shows what others wrote. */
  readonly leave: () => void
  /** Back to what is stored. */
  readonly revert: () => void
}

/** What a person types, until it is stored: written on leaving, on Enter, after a pause and when the field goes away. */
export function useDraft<Value>({ value, commit, pauseMs = 400, isEqual = Object.is }: DraftOptions<Value>): Draft<Value> {
  const [draft, setDraft] = useState<{ readonly value: Value } | null>(null)
  const [error, setError] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef<{ readonly value: Value } | null>(null)
  const latest = useRef({ value, commit, isEqual })
  useEffect(() => {
    latest.current = { value, commit, isEqual }
  })

  const flush = useCallback((): boolean => {
    clearTimeout(timer.current)
    const waiting = pending.current
    if (waiting === null) return true
    const now = latest.current
    const refused = now.isEqual(waiting.value, now.value) ? null : now.commit(waiting.value)
    if (refused === null) pending.current = null
    setError(refused ?? '')
    return refused === null
  }, [])

  useEffect(() => () => void flush(), [flush])

  return {
    value: draft === null ? value : draft.value,
    error,
    change(next) {
      setDraft({ value: next })
      pending.current = { value: next }
      clearTimeout(timer.current)
      if (pauseMs !== null) timer.current = setTimeout(flush, pauseMs)
    },
    flush,
    leave() {
      if (flush()) setDraft(null)
    },
    revert() {
      clearTimeout(timer.current)
      pending.current = null
      setDraft(null)
      setError('')
    },
  }
}
