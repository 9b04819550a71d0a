import { useMemo } from 'react'
import { useStore } from 'zustand'
import { LONGEST_LINE, type WallKind, type WallView } from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { useFocused } from '../../storage/focused'
import { useReview, useSession } from '../../storage/use-review'
import { useToday } from '../../storage/use-today'
import { choiceOf, useWallStore } from './wall-store'

/** What `kind` shows, or would show; drawn anew with the record. */
export function useWallView(kind: WallKind): WallView {
  const record = useReview((snapshot) => snapshot.record)
  const state = useStore(useWallStore())
  const { feedbackId } = useFocused(useSession().reviewId)
  const today = useToday()
  return useMemo(() => {
    const choice = choiceOf(state, kind)
    return wallView(record, choice.kind === 'feedback' && feedbackId !== null ? { ...choice, feedbackId } : choice, today)
  }, [record, state, kind, feedbackId, today])
}

/** SLD5: where feedback that is given now belongs: `deck.pdf, page 7`; '' while no slide is on the wall. */
export function useSlideLocation(): string {
  const isShowing = useStore(useWallStore(), (state) => state.isShowing)
  const { content } = useLiveView()
  return content.kind === 'slide' && isShowing ? `${content.name}, page ${content.page}`.slice(-LONGEST_LINE) : '' // SLD5
}

/** What stands on the wall now. */
export function useLiveView(): WallView {
  const { live, frozen } = useStore(useWallStore())
  const view = useWallView(live)
  return frozen ?? view
}
