import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { WallKind, WallView } from '../../../shared/wall/wall-schema'
import type { Place } from '../../../shared/feedback/place'
import { wallView } from '../../../shared/wall/wall-view'
import { useReview } from '../../storage/use-review'
import { useToday } from '../../storage/use-today'
import { choiceOf, useWallStore } from './wall-store'

/** What `kind` shows, or would show; drawn anew with the record. */
export function useWallView(kind: WallKind): WallView {
  const record = useReview((snapshot) => snapshot.record)
  const state = useStore(useWallStore())
  const today = useToday()
  return useMemo(() => wallView(record, choiceOf(state, kind), today), [record, state, kind, today])
}

/** SLD5: the place of feedback that is given now: the page on the wall; null while no slide is there. */
export function useSlidePlace(): Place | null {
  const isShowing = useStore(useWallStore(), (state) => state.isShowing)
  const { content } = useLiveView()
  const key = content.kind === 'slide' && isShowing ? content.key : null
  return useMemo(() => {
    const slash = key?.lastIndexOf('/') ?? -1
    return key === null ? null : { materialId: key.slice(0, slash), page: Number(key.slice(slash + 1)), region: null } // SLD5
  }, [key])
}

/** What stands on the wall now. */
export function useLiveView(): WallView {
  const { live, frozen } = useStore(useWallStore())
  const view = useWallView(live)
  return frozen ?? view
}
