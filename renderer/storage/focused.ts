import { createStore, useStore } from 'zustand'

/** FB11: the feedback that is gone through one by one: cockpit and wall show the same item. State of this window, in no record. */
export interface Focused {
  readonly reviewId: string
  /** Null: the whole board is shown. */
  readonly feedbackId: string | null
  /** When it was turned to. */
  readonly since: number
  /** Time for each item; 0 for none. In ms. */
  readonly boxMs: number
}

const focused = createStore<Focused>(() => ({ reviewId: '', feedbackId: null, since: 0, boxMs: 120_000 }))

/** Turns to an item, whose time begins, or with null back to the board. */
export function focusOn(reviewId: string, feedbackId: string | null): void {
  focused.setState({ reviewId, feedbackId, since: Date.now() })
}

export function setTimeBox(boxMs: number): void {
  focused.setState({ boxMs, since: Date.now() })
}

export function useFocused(reviewId: string): Focused {
  const state = useStore(focused)
  return state.reviewId === reviewId ? state : { ...state, feedbackId: null }
}
