import { createStore, useStore } from 'zustand'
import { type BoardFilter, type BoardSort, everything } from '../../../shared/feedback/board'

interface Asked {
  readonly reviewId: string
  readonly filter: BoardFilter
  readonly sort: BoardSort
}

const atFirst: Asked = { reviewId: '', filter: everything, sort: 'entered' }

/** FB10: what was asked of the board last; another pane and back leaves it. */
const asked = createStore<Asked>(() => atFirst)

export function askBoard(reviewId: string, patch: Partial<Omit<Asked, 'reviewId'>>): void {
  const before = asked.getState()
  asked.setState({ ...(before.reviewId === reviewId ? before : atFirst), ...patch, reviewId }, true)
}

export function useAsked(reviewId: string): Asked {
  return useStore(asked, (last) => (last.reviewId === reviewId ? last : atFirst))
}
