import styles from './minutes.module.css'

/** The caret of another window with its name; made of classes only, as the page's policy allows no style attributes. */
export function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = styles['caret'] ?? ''
  const label = document.createElement('span')
  label.className = styles['caretName'] ?? ''
  label.textContent = typeof user['name'] === 'string' ? user['name'] : ''
  // Word joiners keep the browser's own caret out of the label, where keys would be dropped.
  caret.append('\u2060', label, '\u2060')
  return caret
}
