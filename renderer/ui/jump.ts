import { whenThere } from './when-there'

/** How long a place that has come on display takes to be settled, in ms. */
const SETTLING_MS = 60

/** Puts the focus into the first control of the part of the page marked `data-jump={name}`. */
export function jumpTo(name: string): void {
  const place = placeOf(name)
  const control = place?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"], button:not([disabled])')
  place?.scrollIntoView({ block: 'center' })
  ;(control ?? (place as HTMLElement | null))?.focus()
}

/** `jumpTo` a part that another screen has, as soon as that is on display. */
export function jumpSoon(name: string): void {
  whenThere(
    () => placeOf(name),
    () => void setTimeout(() => jumpTo(name), SETTLING_MS),
  )
}

function placeOf(name: string): Element | null {
  return document.querySelector(`[data-jump="${CSS.escape(name)}"]`)
}
