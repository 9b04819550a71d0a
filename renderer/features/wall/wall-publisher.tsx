import { useEffect, useRef, useState } from 'react'
import {
  WALL_CHANNEL,
  wallHelloSchema,
  type WallPicture,
  wallPictureSchema,
  wallRemoteSchema,
} from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { useFocused } from '../../storage/focused'
import { useDevice } from '../../storage/use-device'
import { useHost } from '../../storage/use-host'
import { useSession } from '../../storage/use-review'
import { useToday } from '../../storage/use-today'
import { useRemoteActs } from './use-remote-acts'
import { choiceOf, useWallStore } from './wall-store'

/** How long another window has to say that the wall is its own, in ms. */
const PATIENCE_MS = 600

/** Shows the wall what was chosen, at every change and whenever a wall says hello. Renders nothing. */
export function WallPublisher() {
  const session = useSession()
  const wall = useWallStore()
  const device = useDevice()
  const host = useHost()
  const onRemote = useRemoteActs()
  const today = useToday()
  const theme = device.device.wallTheme
  const [from] = useState(() => crypto.randomUUID())
  const mayGoOn = useRef(wall.mayGoOn)
  const { feedbackId } = useFocused(session.reviewId)
  useEffect(() => {
    if (wall.getState().focusId !== feedbackId)
      wall.setState({ focusId: feedbackId, pages: { ...wall.getState().pages, feedback: 1 } })
  }, [wall, feedbackId])
  useEffect(() => {
    const channel = new BroadcastChannel(WALL_CHANNEL)
    let shown = ''
    const show = (isAgain = false) => {
      const state = wall.getState()
      if (!state.isShowing) return
      const view = state.frozen ?? wallView(session.store.getState().record, choiceOf(state, state.live), today)
      const picture: WallPicture = { type: 'picture', theme, from, view }
      const text = JSON.stringify(picture)
      if (text === shown && !isAgain) return
      shown = text
      channel.postMessage(picture)
    }
    // WAL10: after a restart the wall goes on where it was, unless another window has it.
    const isMeeting = session.store.getState().record.review['review']?.status === 'in-progress'
    let isFree = mayGoOn.current && isMeeting
    mayGoOn.current = false
    const goingOn = setTimeout(() => {
      if (!isFree) return
      wall.setState({ isShowing: true })
      // BAK1: the desktop opens the wall's window again; a browser opens none unasked, and has kept its own.
      void host.call('wall:open', {})
    }, PATIENCE_MS)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (wallHelloSchema.safeParse(data).success) return show(true)
      const remote = wallRemoteSchema.safeParse(data)
      if (remote.success) {
        if (wall.getState().isShowing) onRemote(remote.data.act)
      } else if (wallPictureSchema.safeParse(data).success) {
        isFree = false
        // Two windows never fight over the wall: the last that was told to show has it.
        if (wall.getState().isShowing) wall.setState({ isShowing: false })
      }
    }
    const stops = [
      session.store.subscribe(({ record }, before) => record !== before.record && show()),
      wall.subscribe(() => show()),
    ]
    show(true)
    if (isFree) channel.postMessage({ type: 'hello', width: 1, height: 1 })
    return () => {
      clearTimeout(goingOn)
      stops.forEach((stop) => stop())
      channel.close()
    }
  }, [session, wall, theme, from, onRemote, host, today])
  return null
}
