type Child = Node | string

/** An element with its attributes and children; texts become text and nothing else (PKT2). */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children) // PKT2: what is no element becomes text
  return made
}

/** What people wrote, in the direction it is written in. */
export function said(text: string, name: 'span' | 'bdi' | 'p' = 'bdi'): HTMLElement {
  return element(name, { dir: 'auto' }, text)
}

let count = 0

/** An id that nothing else on the page has. */
export function newId(): string {
  return `field-${++count}`
}

export function button(words: string, onPress: () => void, look = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', ...(look !== '' && { class: look }) }, words)
  made.addEventListener('click', onPress)
  return made
}
