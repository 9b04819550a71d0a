import { useEffect } from 'react'
import { jumpTo } from '../../ui/jump'

/** The number under which a place of the list is reached with one key; null beyond nine. */
export function jumpKey(at: number): string | null {
  return at < 9 ? String(at + 1) : null
}

/** Outside text, 1 to 9 jump to these places. */
export function useJumpKeys(jumps: readonly string[]): void {
  const joined = jumps.join('\n')
  useEffect(() => {
    const names = joined === '' ? [] : joined.split('\n')
    function onKeyDown(event: KeyboardEvent): void {
      const name = /^[1-9]$/.test(event.key) ? names[Number(event.key) - 1] : undefined
      if (name === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || takesText(event))
        return
      event.preventDefault()
      jumpTo(name)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [joined])
}

/** Digits belong to fields, to parts of a date, and to whatever floats above the page. */
function takesText({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, [contenteditable], [role="spinbutton"], [role="dialog"], [role="listbox"], [role="menu"]',
    ) !== null
  )
}
