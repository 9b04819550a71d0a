import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { WallKind, WallView } from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { useReview } from '../../storage/use-review'
import { choiceOf, useWallStore } from './wall-store'

/** What `kind` shows, or would show; drawn anew with the record. */
export function useWallView(kind: WallKind): WallView {
  const record = useReview((snapshot) => snapshot.record)
  const state = useStore(useWallStore())
  return useMemo(() => wallView(record, choiceOf(state, kind)), [record, state, kind])
}

/** What stands on the wall now. */
export function useLiveView(): WallView {
  const { live, frozen } = useStore(useWallStore())
  const view = useWallView(live)
  return frozen ?? view
}
