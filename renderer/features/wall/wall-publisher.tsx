import { useEffect, useState } from 'react'
import { WALL_CHANNEL, wallHelloSchema, type WallPicture, wallPictureSchema, wallView } from '../../../shared/wall/wall-view'
import { useDevice } from '../../storage/use-device'
import { useSession } from '../../storage/use-review'
import { useWallStore } from './wall-store'

/** Shows the wall what was chosen, at every change and whenever a wall says hello. Renders nothing. */
export function WallPublisher() {
  const session = useSession()
  const wall = useWallStore()
  const device = useDevice()
  const theme = device.device.wallTheme
  const [from] = useState(() => crypto.randomUUID())
  useEffect(() => {
    const channel = new BroadcastChannel(WALL_CHANNEL)
    let shown = ''
    const show = (isAgain = false) => {
      const { choice, isShowing } = wall.getState()
      if (!isShowing) return
      const picture: WallPicture = { type: 'picture', theme, from, view: wallView(session.store.getState().record, choice) }
      const text = JSON.stringify(picture)
      if (text === shown && !isAgain) return
      shown = text
      channel.postMessage(picture)
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (wallHelloSchema.safeParse(data).success) show(true)
      // Two windows never fight over the wall: the last that was told to show has it.
      else if (wallPictureSchema.safeParse(data).success && wall.getState().isShowing) wall.setState({ isShowing: false })
    }
    const stops = [
      session.store.subscribe(({ record }, before) => record !== before.record && show()),
      wall.subscribe(() => show()),
    ]
    show(true)
    return () => {
      stops.forEach((stop) => stop())
      channel.close()
    }
  }, [session, wall, theme, from])
  return null
}
