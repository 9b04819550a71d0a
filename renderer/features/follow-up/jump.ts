import { createContext, useContext, useEffect, useRef } from 'react'
import { jumpTo } from '../../ui/jump'

/** The number under which a place of the list is reached with one key; null beyond nine. */
export function jumpKey(at: number): string | null {
  return at < 9 ? String(at + 1) : null
}

/** Outside text, 1 to 9 do these. */
export function useJumpKeys(acts: readonly (() => void)[]): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const act = /^[1-9]$/.test(event.key) ? latest.current[Number(event.key) - 1] : undefined
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || takesText(event))
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
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

const JumpContext = createContext(jumpTo)
/** Where a part is not on the page: what stands for going there. */
export const JumpProvider = JumpContext.Provider

export function useJump(): (name: string) => void {
  return useContext(JumpContext)
}
