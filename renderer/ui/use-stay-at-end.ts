import { type RefObject, useLayoutEffect } from 'react'

/** So near the end is at the end, in px: sizes are fractions, places of scrolling are not. */
const NEAR_PX = 4

/**
 * Goes to the end of a list when it is shown and whenever `count` or `view` changes; who is there stays there while rows grow, as they do when
 * their typeface has come, or what stands below takes room.
 */
export function useStayAtEnd(box: RefObject<HTMLElement | null>, count: number, view: unknown): void {
  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    let isAtEnd = true
    let [height, room] = [0, 0]
    const onScroll = (): void => {
      // What grew since is told after the scrolling that came before it.
      if (list.scrollHeight !== height || list.clientHeight !== room) return
      isAtEnd = height - room - list.scrollTop < NEAR_PX
    }
    const stay = (): void => {
      ;[height, room] = [list.scrollHeight, list.clientHeight]
      if (isAtEnd) list.scrollTop = height
    }
    stay()
    const sizes = new ResizeObserver(stay)
    for (const each of [list, ...list.children]) sizes.observe(each)
    list.addEventListener('scroll', onScroll)
    return () => {
      sizes.disconnect()
      list.removeEventListener('scroll', onScroll)
    }
  }, [box, count, view])
}
