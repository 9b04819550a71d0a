import type { KeyboardEvent } from 'react'

/** Up, down, Home and End in a list of rows, from a button in one to the first in another; `below` is done below the last. */
export function rowKeys(event: KeyboardEvent, below?: () => void): void {
  const { key, target, currentTarget } = event
  const at = target instanceof Element && target.matches('button') ? target.closest('li') : null
  if (!at || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return
  event.preventDefault()
  // Enter opens the menu of a row, which these would open as well.
  event.stopPropagation()
  const rows = [...currentTarget.querySelectorAll('li')]
  const to = { ArrowUp: rows.indexOf(at) - 1, ArrowDown: rows.indexOf(at) + 1, Home: 0, End: rows.length - 1 }[key]
  if (to === rows.length) below?.()
  else focusRow(rows[to ?? 0])
}

/** The first of what can be done with it. */
export function focusRow(row: Element | null | undefined): void {
  row?.querySelector<HTMLElement>('button')?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
