import { showArchivePart } from '../features/history/shown'
import { useClosingDesk } from '../features/follow-up/closing-desk'
import { ClosingWalk } from '../features/follow-up/walk/closing-walk'
import { ItemClock } from '../features/timer/item-clock'
import { PagesBar } from '../features/wall/pages-bar'
import { useWallView } from '../features/wall/use-wall-view'
import { putOn, useWallStore } from '../features/wall/wall-store'
import { useMayEdit } from '../storage/use-act'
import { useReview, useSession } from '../storage/use-review'
import { Button } from '../ui/button'
import { keyTable } from '../ui/key-table'
import { useKeys } from '../ui/use-keys'
import { goTo } from './routes'
import styles from './run-page.module.css'

/** The walk that closes a meeting, over whatever place one is in; its last step has the wall. */
export function Closing() {
  const { reviewId } = useSession()
  const status = useReview(({ record }) => record.review['review']?.status)
  const { mayEdit } = useMayEdit()
  const { isOpen, open, leave } = useClosingDesk()
  const isOffered = mayEdit && (status === 'in-progress' || status === 'follow-up')
  useKeys(isOffered ? { close: () => open() } : {})
  return isOpen ? <Walk reviewId={reviewId} leave={leave} /> : null
}

function Walk({ reviewId, leave }: { readonly reviewId: string; readonly leave: () => void }) {
  const wall = useWallStore()
  const view = useWallView('read-back')
  return (
    <ClosingWalk
      clock={<ItemClock />}
      wallPages={<PagesBar kind="read-back" view={view} />}
      onReadBack={() => putOn(wall, 'read-back')}
      onArchive={() => {
        leave()
        // CLO10
        showArchivePart(reviewId, 'bundle')
        goTo({ page: 'review', reviewId, place: 'archive' })
      }}
    />
  )
}

/** What ends the meeting stands behind its last item. */
export function CloseButton() {
  const isMeeting = useReview(({ record }) => record.review['review']?.status === 'in-progress')
  const { mayEdit } = useMayEdit()
  const { open } = useClosingDesk()
  if (!isMeeting) return null
  return (
    <div className={styles['close']}>
      <Button look="quiet" icon="stop" isWide isDisabled={!mayEdit} onPress={() => open()}>
        <span className={styles['closeWords']}>Close the meeting</span>
        {keyTable.close.key.split(' ').map((letter) => (
          <kbd key={letter}>{letter.toUpperCase()}</kbd>
        ))}
      </Button>
    </div>
  )
}
