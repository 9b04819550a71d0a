import { useEffect, useRef } from 'react'

/** Escape, unless a dialog above has use for it. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    function onKeyDown({ key, isComposing, defaultPrevented, target }: KeyboardEvent): void {
      const isElsewhere = target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
      if (key === 'Escape' && !isComposing && !defaultPrevented && !isElsewhere) latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
