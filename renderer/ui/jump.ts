/** Puts the focus into the first control of the part of the page marked `data-jump={name}`. */
export function jumpTo(name: string): void {
  const place = document.querySelector(`[data-jump="${CSS.escape(name)}"]`)
  const control = place?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"], button:not([disabled])')
  place?.scrollIntoView({ block: 'center' })
  ;(control ?? (place as HTMLElement | null))?.focus()
}
