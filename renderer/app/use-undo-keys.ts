import { useEffect } from 'react'
import { useSession } from '../storage/use-review'
import { useToast } from '../ui/toast'
import { hasOnlyKeys } from '../ui/use-keys'

/** Takes back or repeats this window's last step, and says which, or why not. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const session = useSession()
  const toast = useToast()
  const tell = (done: ReturnType<typeof session.undo>, word: string) =>
    toast({ message: done.ok ? `${word}: ${done.value.label}` : done.error.message })
  return {
    undo: () => void tell(session.undo(), 'Undone'),
    redo: () => void tell(session.redo(), 'Redone'),
  }
}

/** Outside text the command key with Z is the review's undo; inside text it belongs to the text. */
export function useUndoKeys(): void {
  const { undo, redo } = useUndo()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target) || hasOnlyKeys()) return
      const key = event.key.toLowerCase()
      const act = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : null
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea') !== null)
}
