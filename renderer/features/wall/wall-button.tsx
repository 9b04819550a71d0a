import { useHost } from '../../storage/use-host'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import { useKeys } from '../../ui/use-keys'
import { useWallOpen } from './use-wall-open'
import { useWallStore } from './wall-store'

/** Opens the wall: on the second display, or as a window to drag there. */
export function useOpenWall(): () => Promise<void> {
  const host = useHost()
  const wall = useWallStore()
  const toast = useToast()
  return async () => {
    wall.setState({ isShowing: true })
    const answer = await host.call('wall:open', {})
    if (!answer.ok) return void toast({ message: `The wall could not be opened. ${answer.error.message}`, tone: 'danger' })
    const { openUrl } = answer.value
    if (openUrl === null || window.open(openUrl, 'review-room-wall', 'popup,width=1280,height=720')) return
    toast({
      message: 'The browser blocked the wall window. Allow pop-ups for this page, then open the wall again.',
      tone: 'danger',
    })
  }
}

/** The projector button of the header. */
export function WallButton() {
  const openWall = useOpenWall()
  const isOpen = useWallOpen()
  useKeys({ wallOpen: () => void openWall() })
  return (
    <Button look={isOpen ? 'live' : 'plain'} icon="projector" onPress={() => void openWall()}>
      {isOpen ? 'Wall open' : 'Open wall'}
    </Button>
  )
}
