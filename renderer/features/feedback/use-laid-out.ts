import { type RefObject, useEffect } from 'react'

/** What a block takes, in ms: with less left before something else is due, nothing is begun. */
const BLOCK_MS = 10

const laidOut = new WeakSet<Element>()

/**
 * FB22: lays out what stands out of sight in a list of blocks, the last block first, whenever there is nothing else to do: who scrolls finds it ready,
 * and the scrollbar tells how long the list is. `rows` is what the blocks are made of. Where no idle time is told of, nothing is done ahead.
 */
export function useLaidOut(box: RefObject<HTMLElement | null>, rows: unknown): void {
  useEffect(() => {
    const list = box.current
    if (!list || !('requestIdleCallback' in window)) return
    const waiting = [...list.children].filter((block) => block instanceof HTMLElement).filter((block) => !laidOut.has(block))
    const layOut = (left: IdleDeadline): void => {
      while (left.timeRemaining() > BLOCK_MS) {
        const block = waiting.pop()
        if (!block) return
        block.style.contentVisibility = 'visible'
        block.getBoundingClientRect()
        laidOut.add(block)
        // A browser remembers the height of what it drew once.
        requestAnimationFrame(() => requestAnimationFrame(() => (block.style.contentVisibility = '')))
      }
      idle = requestIdleCallback(layOut)
    }
    let idle = requestIdleCallback(layOut)
    return () => cancelIdleCallback(idle)
  }, [box, rows])
}
