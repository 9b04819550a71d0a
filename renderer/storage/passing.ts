import { createStore, useStore } from 'zustand'

/** Which review's laptop is being passed round; a reload of the window keeps it, so that the page asks for a name again (PAN13). */
const KEPT = 'review-room-passing'
const passing = createStore<string | null>(() => (typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(KEPT)))

passing.subscribe((reviewId) => {
  if (reviewId === null) sessionStorage.removeItem(KEPT)
  else sessionStorage.setItem(KEPT, reviewId)
})

export function passLaptop(reviewId: string): void {
  passing.setState(reviewId, true)
}

export function takeLaptopBack(): void {
  passing.setState(null, true)
}

/** PAN13: whether somebody is filling in a ballot on this window. */
export function useIsPassing(reviewId: string): boolean {
  return useStore(passing, (passed) => passed === reviewId)
}
