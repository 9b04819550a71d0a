import { useCallback } from 'react'
import type { WallRemote } from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { useSession } from '../../storage/use-review'
import { useToday } from '../../storage/use-today'
import { blank, choiceOf, putOn, turnTo, useWallStore } from './wall-store'

/** SLD4: what a presenter's remote does, wherever it is pressed: pages, black, slides. Never the agenda. */
export function useRemoteActs(): (act: WallRemote) => void {
  const wall = useWallStore()
  const session = useSession()
  const today = useToday()
  return useCallback(
    (act) => {
      const state = wall.getState()
      if (act === 'blank') return blank(wall)
      if (act === 'show') return putOn(wall, state.deck ? 'slide' : state.next)
      const { record } = session.store.getState()
      const live = wallView(record, choiceOf(state, state.live), today).content
      // Slides in hand are turned before they are shown, too.
      const content =
        'pages' in live && (live.pages > 1 || live.kind === 'slide')
          ? live
          : wallView(record, choiceOf(state, 'slide'), today).content
      if (!('pages' in content)) return
      const to = act === 'next' ? content.page + 1 : act === 'previous' ? content.page - 1 : act.page
      turnTo(wall, content.kind, to, content.pages)
    },
    [wall, session, today],
  )
}
