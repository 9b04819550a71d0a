import { useEffect, useRef } from 'react'

interface Arrows {
  readonly left: () => void
  readonly right: () => void
  /** Before the others, who then have the arrows with Shift only. */
  readonly isFirst?: boolean
  readonly isOn?: boolean
}

/** VIW10: what left and right do in an open material, unless the keyboard is in a field or in something that scrolls sideways. */
export function useArrows({ left, right, isFirst = false, isOn = true }: Arrows): void {
  const latest = useRef({ left, right })
  useEffect(() => {
    latest.current = { left, right }
  })
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent): void => {
      const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
      if (!isArrow || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      // With Shift a selection is made longer where there is one.
      if (event.shiftKey && (isFirst || document.getSelection()?.isCollapsed === false)) return
      if (event.target instanceof Element && usesArrows(event.target)) return
      event.preventDefault()
      if (event.key === 'ArrowLeft') latest.current.left()
      else latest.current.right()
    }
    document.addEventListener('keydown', onKeyDown, { capture: isFirst })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: isFirst })
  }, [isFirst, isOn])
}

function usesArrows(target: Element): boolean {
  return (
    target.closest('input, textarea, [role="radiogroup"], [role="toolbar"]') !== null || target.scrollWidth > target.clientWidth
  )
}
