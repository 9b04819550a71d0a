/** Puts the caret into the title of the row that `matches`, once it is drawn where it belongs: lists draw their rows a little later. */
export function focusTitle(matches: (itemId: string) => boolean, frames = 20): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = [...document.querySelectorAll<HTMLElement>('[data-item]')].find((each) => matches(each.dataset['item'] ?? ''))
      const field = row?.querySelector('input')
      if (!field) {
        if (frames > 0) focusTitle(matches, frames - 1)
      } else if (document.activeElement !== field) {
        field.focus()
        field.select()
      }
    }),
  )
}
