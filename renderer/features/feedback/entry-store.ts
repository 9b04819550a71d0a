import { createStore, useStore } from 'zustand'
import type { Label } from '../../../shared/feedback/item'
import type { Side } from '../../../shared/review/review'

/** FB15: how the next item is entered, and what is half written: above all that it is private. */
export interface Entry {
  readonly reviewId: string
  readonly side: Side
  readonly labels: Readonly<Record<Side, Label>>
  readonly isPrivate: boolean
  readonly isAnonymous: boolean
  /** Whether the slide on the wall is meant. */
  readonly isOnSlide: boolean
  /** What is being written, apart for each item that is answered; '' for a new one. */
  readonly drafts: Readonly<Record<string, string>>
}

const atFirst: Entry = {
  ...{ reviewId: '', side: 'reviewer', labels: { reviewer: 'question', presenter: 'response' } },
  ...{ isPrivate: false, isAnonymous: false, isOnSlide: true, drafts: {} },
}

const entries = createStore<Entry>(() => atFirst)

export function useEntry(reviewId: string): readonly [Entry, (patch: Partial<Omit<Entry, 'reviewId'>>) => void] {
  const entry = useStore(entries, (last) => (last.reviewId === reviewId ? last : atFirst))
  return [
    entry,
    (patch) => entries.setState((last) => ({ ...(last.reviewId === reviewId ? last : atFirst), ...patch, reviewId }), true),
  ]
}
