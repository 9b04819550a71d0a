import { useEffect, useMemo, useRef } from 'react'
import { useDiscreet } from '../storage/use-discreet'
import { Button, IconButton } from '../ui/button'
import { useCommands } from '../ui/use-commands'
import { useReview } from '../storage/use-review'
import { useOneDisplay } from '../ui/use-one-display'

/** DSC3: F9, from anywhere; the palette has it by its words. Draws nothing. */
export function DiscreetKey() {
  const { isOn, set } = useDiscreet()
  const toggle = useRef(() => undefined as void)
  useEffect(() => {
    toggle.current = () => set(!isOn)
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat } = event
      if (key !== 'F9' || ctrlKey || metaKey || altKey || shiftKey || isComposing || repeat) return
      event.preventDefault()
      toggle.current()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
  useCommands(
    useMemo(() => {
      const label = isOn ? 'Discreet mode off: show private notes and unrevealed feedback (F9)' : `Discreet mode: ${covers} (F9)`
      return [{ id: 'discreet', label, group: 'Help', act: () => toggle.current() }]
    }, [isOn]),
  )
  useEffect(() => {
    document.documentElement.toggleAttribute('data-discreet', isOn)
    return () => document.documentElement.removeAttribute('data-discreet')
  }, [isOn])
  return null
}

const covers = 'cover private notes and unrevealed feedback'

/** The quiet mark in the header: an eye, and the word while it is on. */
export function DiscreetButton() {
  const { isOn, set } = useDiscreet()
  if (!isOn)
    return (
      <IconButton icon="eye-off" label={`Discreet mode: ${covers}`} keys="F9" aria-pressed={false} onPress={() => set(true)} />
    )
  return (
    <Button look="quiet" icon="eye-off" aria-pressed onPress={() => set(false)}>
      Discreet
    </Button>
  )
}

/** DSC4: proposed, never turned on unasked. */
export function useDiscreetOffer(): { readonly isOffered: boolean; readonly answer: (isWanted: boolean) => void } {
  const { isUnasked, set } = useDiscreet()
  const isOne = useOneDisplay()
  const isAnything = useReview(({ desk }) => Object.keys(desk.feedback).length + Object.keys(desk.notes).length > 0)
  return { isOffered: isOne && isUnasked && isAnything, answer: set }
}
