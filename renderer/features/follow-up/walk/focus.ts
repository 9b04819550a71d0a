import { flushSync } from 'react-dom'

const LEFT = '[data-left="true"]'
const CONTROL = 'input, textarea, button:not([disabled])'

/** Does what changes the screen and, unless that was refused, puts the focus into the next row or field with something left, else on what goes on. */
export function thenOn(from: Element | null, act: () => boolean): void {
  const walk = from?.closest('[data-walk]')
  const place = from?.closest('[data-row]')?.getAttribute('data-row') ?? ''
  const isDone = flushSync(act)
  if (!walk || !isDone) return
  const rows = [...walk.querySelectorAll('[data-row]')]
  const at = rows.findIndex((row) => row.getAttribute('data-row') === place)
  const left = (row: Element) => row.matches(LEFT)
  focusIn(rows.slice(at + 1).find(left) ?? rows.find(left) ?? walk.querySelector('[data-go-on]'))
}

/** Where one begins in a step: what is left, what is wanted, else what goes on. */
export function focusFirst(walk: Element): void {
  const wanted = walk.querySelector('[data-first]')
  focusIn(
    walk.querySelector(LEFT) ??
      (wanted?.matches(CONTROL) || wanted?.querySelector(CONTROL) ? wanted : walk.querySelector('[data-go-on]')),
  )
}

export function focusIn(place: Element | null): void {
  const control = place?.matches(CONTROL) ? place : place?.querySelector(CONTROL)
  if (!(control instanceof HTMLElement)) return
  control.focus()
}

/** To the row before or behind, at the same place in it. */
export function toRow(from: Element, by: -1 | 1): boolean {
  const row = from.closest('[data-row]')
  const rows = [...(from.closest('[data-walk]')?.querySelectorAll('[data-row]') ?? [])]
  const to = row ? rows[rows.indexOf(row) + by] : undefined
  if (to) focusIn(to)
  return to !== undefined
}
