import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ShellRequestStore } from '../storage/shell-requests'
import { pressNamed, useOfferedKeys } from '../ui/use-keys'
import { goTo, type Route } from './routes'

/** DSK13: an entry of the desktop's menu presses the page's own key; what belongs to the library goes there first, as does a bundle. */
export function useMenu(requests: ShellRequestStore, page: Route['page']): void {
  const entry = useStore(requests, ({ entries }) => entries[0])
  const isGiven = useStore(requests, ({ bundles }) => bundles.length > 0)
  const offered = useOfferedKeys()
  const isWaiting = entry === 'newReview' && !offered.includes('newReview')
  useEffect(() => {
    if ((isGiven || isWaiting) && page !== 'library') goTo({ page: 'library' })
  }, [isGiven, isWaiting, page])
  useEffect(() => {
    if (entry === undefined || isWaiting) return
    requests.setState(({ entries }) => ({ entries: entries.slice(1) }))
    if (entry === 'undo' || entry === 'redo') pressUndo(entry)
    else pressNamed(entry)
  }, [entry, isWaiting, requests])
}

/** The chord goes to whatever has the focus: an editor, the review, or a plain field, which needs the browser's own. */
function pressUndo(which: 'undo' | 'redo'): void {
  const target = document.activeElement ?? document.body
  const chord = { key: which === 'undo' ? 'z' : 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: which === 'redo' }
  const isMac = navigator.userAgent.includes('Macintosh')
  const event = new KeyboardEvent('keydown', {
    ...chord,
    ...(isMac ? { ctrlKey: false, metaKey: true } : {}),
    bubbles: true,
    cancelable: true,
  })
  if (target.dispatchEvent(event)) document.execCommand(which)
}
