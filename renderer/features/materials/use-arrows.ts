import { useEffect, useRef } from 'react'

/** VIW10: left and right go to the material before and the next, unless the keyboard is in a field or in something that scrolls sideways. */
export function useArrows(onLeft: () => void, onRight: () => void): void {
  const latest = useRef({ onLeft, onRight })
  useEffect(() => {
    latest.current = { onLeft, onRight }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
      if (!isArrow || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && usesArrows(event.target)) return
      event.preventDefault()
      if (event.key === 'ArrowLeft') latest.current.onLeft()
      else latest.current.onRight()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function usesArrows(target: Element): boolean {
  return (
    target.closest('input, textarea, [role="radiogroup"], [role="toolbar"]') !== null || target.scrollWidth > target.clientWidth
  )
}
