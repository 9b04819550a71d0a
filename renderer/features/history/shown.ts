import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

export type ArchivePart = 'bundle' | 'history'

interface Shown {
  readonly reviewId: string
  readonly part: ArchivePart
  /** LOG7: the agenda item whose history is shown; '' for all. */
  readonly itemId: string
}

const atFirst: Shown = { reviewId: '', part: 'bundle', itemId: '' }

/** The part of the archive that is looked at, and of which review. */
const shown = createStore<Shown>(() => atFirst)

export function showArchivePart(reviewId: string, part: ArchivePart, itemId = ''): void {
  shown.setState({ reviewId, part, itemId })
}

export function useArchivePart(reviewId: string): Shown {
  return useStore(shown, (last) => (last.reviewId === reviewId ? last : atFirst))
}
