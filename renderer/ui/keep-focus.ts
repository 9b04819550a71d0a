import { useLayoutEffect } from 'react'

const FLOATS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
/** What takes no letters: the keys of the meeting go on from there. */
const PRESSED =
  'button:not(:disabled, [aria-haspopup="listbox"]), a[href], input:is([type="checkbox"], [type="radio"]):not(:disabled)'
const ANY = `${PRESSED}, button:not(:disabled), input:not(:disabled), textarea:not(:disabled)`
/** What takes letters. */
const TEXT = 'textarea, [contenteditable="true"], input:not([type="checkbox"], [type="radio"])'
/** Parts of a screen that hold the keyboard when none of their controls does. */
const PART = '[data-place], section, [role="group"], main'

/** Where something stood that is gone. */
interface Gap {
  readonly before: Element | null
  readonly behind: Element | null
  readonly within: Node
}

/** Gives the keyboard to what is no control; Tab goes on into it. */
export function focusPart(part: Element | null | undefined): void {
  if (!(part instanceof HTMLElement)) return
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}

/** KEY5: out of a text, into the part around it. */
export function focusAround(element: Element | null): void {
  focusPart(element?.parentElement?.closest(PART))
}

/**
 * KEY5: when what had the keyboard goes, or can take it no more, it goes to what stands in its place: the control behind, else the one
 * before, else the part that held it. Whoever opened what floats has it back first.
 */
export function useKeptFocus(): void {
  useLayoutEffect(() => {
    /** What had the keyboard last, and what had it last beneath all that floats. */
    let last: Element | null = null
    let held: Element | null = null
    let gap: Gap | null = null
    /** It was taken out of the page, if only to stand elsewhere in it. */
    let isMissed = false
    let isAsked = false
    /** The last key was a letter into a text. */
    let isTyping = false
    function onKeyDown({ key, target, ctrlKey, metaKey }: KeyboardEvent): void {
      isTyping = key.length === 1 && !ctrlKey && !metaKey && target instanceof Element && target.matches(TEXT)
    }
    function onFocusIn({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return
      ;[last, isMissed] = [target, false]
      if (target.closest(FLOATS) === null) [held, gap] = [target, null]
    }
    /** After what closes has given the keyboard back by itself. */
    function ask(): void {
      if (isAsked) return
      isAsked = true
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(keep)))
    }
    function keep(): void {
      isAsked = false
      const { activeElement } = document
      if (last === null || (canTake(last) && !isMissed) || (activeElement !== null && activeElement !== document.body)) return
      if (held !== null && canTake(held)) (held as HTMLElement).focus({ preventScroll: true })
      // Whoever types into what goes presses nothing by the next letter.
      else standIn(gap ?? (held && gapOf(held)), isTyping)
    }
    const watch = new MutationObserver((records) => {
      for (const { target, removedNodes, previousSibling, nextSibling } of records)
        for (const node of removedNodes) {
          if (node.contains(last)) isMissed = true
          const wasHeld = gap === null && held !== null && !held.isConnected && node.contains(held)
          if (wasHeld || (gap !== null && node.contains(gap.within)))
            gap = {
              before: elementFrom(previousSibling, 'previousSibling'),
              behind: elementFrom(nextSibling, 'nextSibling'),
              within: target,
            }
        }
      gap = gap && filled(gap, records)
      if (last !== null && (isMissed || !canTake(last))) ask()
    })
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      watch.disconnect()
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [])
}

const canTake = (element: Element): boolean => element.isConnected && !element.matches(':disabled') && !element.closest('[inert]')

/** What came into the gap at once stands behind it. */
function filled(gap: Gap, records: readonly MutationRecord[]): Gap {
  const added = records.flatMap(({ target, addedNodes }) => (target === gap.within ? [...addedNodes] : []))
  const near = added.find(
    (node): node is Element =>
      node instanceof Element &&
      node.isConnected &&
      (node.previousElementSibling === gap.before || node.nextElementSibling === gap.behind),
  )
  return near ? { ...gap, behind: near } : gap
}

/** Of what is still there but can take nothing. */
function gapOf(element: Element): Gap | null {
  const { previousElementSibling: before, nextElementSibling: behind, parentElement: within } = element
  return element.isConnected && within ? { before, behind, within } : null
}

function standIn(gap: Gap | null, isTyping: boolean): void {
  const near = withControl(gap?.behind, 'nextElementSibling') ?? withControl(gap?.before, 'previousElementSibling')
  const first = near?.querySelector('[data-first]')?.querySelector<HTMLElement>(ANY)
  const control = first ?? (near?.matches(PRESSED) ? (near as HTMLElement) : near?.querySelector<HTMLElement>(PRESSED))
  const within = gap?.within instanceof Element && gap.within.isConnected ? gap.within : null
  if (control && !isTyping) control.focus({ preventScroll: true })
  else focusPart(near ?? within?.closest(PART) ?? document.querySelector('main'))
}

/** That element or the next of its row in which the keyboard can be. */
function withControl(from: Element | null | undefined, way: 'nextElementSibling' | 'previousElementSibling'): Element | null {
  for (let at = from?.isConnected ? from : null; at; at = at[way]) if (at.matches(ANY) || at.querySelector(ANY)) return at
  return null
}

function elementFrom(node: Node | null, way: 'previousSibling' | 'nextSibling'): Element | null {
  let at = node
  while (at && !(at instanceof Element)) at = at[way]
  return at
}
