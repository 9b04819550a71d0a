import { setInteractionModality } from 'react-aria-components'
import { whenThere } from './when-there'

/** Presses the button of the part of the page marked `data-place={name}`. */
export function pressPlace(name: string): void {
  buttonOf(name)?.click()
  // KEY4: a click that no pointer made is taken for a screen reader's, which moves the focus itself: it would stay beside the entries.
  setInteractionModality('keyboard')
}

/** `pressPlace` a part that is not drawn yet, as soon as it is. */
export function pressSoon(name: string): void {
  whenThere(
    () => buttonOf(name),
    () => pressPlace(name),
  )
}

function buttonOf(name: string): HTMLElement | null {
  return document.querySelector(`[data-place="${CSS.escape(name)}"] button`)
}
