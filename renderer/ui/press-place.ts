import { setInteractionModality } from 'react-aria-components'

/** Presses the button of the part of the page marked `data-place={name}`. */
export function pressPlace(name: string): void {
  document.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"] button`)?.click()
  // KEY4: a click that no pointer made is taken for a screen reader's, which moves the focus itself: it would stay beside the entries.
  setInteractionModality('keyboard')
}
