/** RDY11: does what takes a row away; the keyboard goes to the row in its place, else to the line that adds one. */
export function removeRow(row: Element | null, act: () => void): void {
  const list = row?.parentElement
  const section = row?.closest('section')
  const at = row && list ? [...list.children].indexOf(row) : 0
  act()
  later(() => {
    const rows = list?.isConnected ? [...list.children] : []
    focusFirst(rows[Math.min(at, rows.length - 1)] ?? section?.querySelector('[data-add]'))
  })
}

/** RDY11: the keyboard goes to what stands first in the row once the form in it is gone. */
export function returnTo(row: Element | null | undefined): void {
  later(() => focusFirst(row))
}

function focusFirst(place: Element | null | undefined): void {
  place?.querySelector<HTMLElement>('button, input, textarea')?.focus()
}

/** After the screen changed, and after a menu has given the focus back. */
function later(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
