import { useEffect } from 'react'
import { takesText } from '../ui/use-keys'

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen()
}

/** F is full screen, and back. */
export function useFullScreenKey(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function onKeyDown({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void {
  if (key.toLowerCase() !== 'f' || ctrlKey || metaKey || altKey || takesText(target)) return
  toggleFullScreen()
}
