import { createStore, useStore } from 'zustand'
import type { Place } from '../../shared/feedback/place'

interface Placed {
  readonly reviewId: string
  readonly place: Place | null
}

/** FB14: the place that was marked for the feedback that is entered next. State of this window, in no record. */
const placed = createStore<Placed>(() => ({ reviewId: '', place: null }))

export function markPlace(reviewId: string, place: Place | null): void {
  placed.setState({ reviewId, place })
}

export function useMarkedPlace(reviewId: string): Place | null {
  return useStore(placed, (state) => (state.reviewId === reviewId ? state.place : null))
}
