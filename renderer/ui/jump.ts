/** How long a place may take to come on display, and then to be settled, in ms. */
const [COMING_MS, SETTLING_MS] = [3_000, 60]

/** Puts the focus into the first control of the part of the page marked `data-jump={name}`. */
export function jumpTo(name: string): void {
  const place = placeOf(name)
  const control = place?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"], button:not([disabled])')
  place?.scrollIntoView({ block: 'center' })
  ;(control ?? (place as HTMLElement | null))?.focus()
}

/** `jumpTo` a part that another screen has, as soon as that is on display. */
export function jumpSoon(name: string): void {
  const go = () => setTimeout(() => jumpTo(name), SETTLING_MS)
  if (placeOf(name)) return void go()
  const watch = new MutationObserver(() => {
    if (!placeOf(name)) return
    watch.disconnect()
    go()
  })
  watch.observe(document.body, { subtree: true, childList: true })
  setTimeout(() => watch.disconnect(), COMING_MS)
}

function placeOf(name: string): Element | null {
  return document.querySelector(`[data-jump="${CSS.escape(name)}"]`)
}
