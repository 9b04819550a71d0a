import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export type Part = 'overview' | 'people' | 'agenda' | 'materials' | 'rubric' | 'readiness'

/** The part that was looked at last, and of which review: coming back from another place shows it again. */
const shown = createStore<{ readonly reviewId: string; readonly part: Part }>(() => ({ reviewId: '', part: 'overview' }))

export function showPart(reviewId: string, part: Part): void {
  shown.setState({ reviewId, part })
}

export function forgetPart(): void {
  showPart('', 'overview')
}

export function usePart(reviewId: string): Part {
  return useStore(shown, (last) => (last.reviewId === reviewId ? last.part : 'overview'))
}
