import { setInteractionModality } from 'react-aria-components'

/** How long what is pressed may take to come on display, in ms. */
const COMING_MS = 5_000

/** Presses the button of the part of the page marked `data-place={name}`. */
export function pressPlace(name: string): void {
  buttonOf(name)?.click()
  // KEY4: a click that no pointer made is taken for a screen reader's, which moves the focus itself: it would stay beside the entries.
  setInteractionModality('keyboard')
}

/** `pressPlace` a part that is not drawn yet, as soon as it is. */
export function pressSoon(name: string): void {
  if (buttonOf(name)) return pressPlace(name)
  const watch = new MutationObserver(() => {
    if (!buttonOf(name)) return
    watch.disconnect()
    pressPlace(name)
  })
  watch.observe(document.body, { subtree: true, childList: true })
  setTimeout(() => watch.disconnect(), COMING_MS)
}

function buttonOf(name: string): HTMLElement | null {
  return document.querySelector(`[data-place="${CSS.escape(name)}"] button`)
}
