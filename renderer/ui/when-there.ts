/** How long a part of the page may take to come on display, in ms. */
const COMING_MS = 5_000

/** Does it now, or as soon as the part is there that another screen brings. */
export function whenThere(find: () => Element | null, go: () => void): void {
  if (find()) return go()
  const watch = new MutationObserver(() => {
    if (!find()) return
    watch.disconnect()
    go()
  })
  watch.observe(document.body, { subtree: true, childList: true })
  setTimeout(() => watch.disconnect(), COMING_MS)
}
