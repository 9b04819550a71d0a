import { useState } from 'react'
import { useReview, useSession } from '../storage/use-review'
import { useShowHistory } from '../ui/show-history'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { Icon } from '../ui/icon'
import styles from './review-banners.module.css'
import { useDiscreetOffer } from './discreet-mode'
import { goTo, type Place } from './routes'
import { useBrokenLog } from './use-broken-log'

/** What stands between the person and safe work: said once, with the one thing to do. At the foot, so that nothing pressed during the meeting moves. */
export function ReviewBanners({ place }: { readonly place: Place }) {
  const session = useSession()
  const access = useReview((snapshot) => snapshot.access)
  const saved = useReview((snapshot) => snapshot.saved)
  const notices = useReview((snapshot) => snapshot.notices)
  const [read, setRead] = useState(0)
  const { isOffered, answer } = useDiscreetOffer()
  const showHistory = useShowHistory()
  const { isBroken, onSeen } = useBrokenLog()
  return (
    <div aria-live="polite">
      {saved.problem && (
        <p className={cx(styles['banner'], styles[saved.copies === 'none' ? 'danger' : 'warn'])}>
          <Icon name="warning" />
          <span>
            {saved.problem}{' '}
            {saved.copies === 'none'
              ? 'What you enter stays on screen and is tried again; keep this window open.'
              : 'Nothing is lost; work can go on.'}
          </span>
          {saved.copies === 'none' && (
            <Button size="small" onPress={() => goTo({ page: 'review', reviewId: session.reviewId, place: 'archive' })}>
              Save a bundle elsewhere
            </Button>
          )}
        </p>
      )}
      {access === 'elsewhere' && (
        <p className={styles['banner']}>
          <Icon name="lock" />
          <span>This review is being edited in another window. It can be read here.</span>
          <Button size="small" onPress={() => void session.takeOver()}>
            Take over
          </Button>
        </p>
      )}
      {access === 'deleted' && (
        <p className={styles['banner']}>
          <Icon name="lock" />
          <span>This review was deleted. It can be read here, and brought back from the library for 30 days.</span>
        </p>
      )}
      {access === 'newer' && (
        <p className={styles['banner']}>
          <Icon name="lock" />
          <span>A newer version of Review Room wrote this review. It can be read and saved as a bundle here, not edited.</span>
        </p>
      )}
      {isOffered && place === 'run' && (
        <p className={styles['banner']}>
          <Icon name="eye-off" />
          <span>One display was found. If the room sees it, discreet mode covers private notes and unrevealed feedback.</span>
          <Button size="small" onPress={() => answer(true)}>
            Discreet mode <kbd>F9</kbd>
          </Button>
          <Button size="small" look="quiet" onPress={() => answer(false)}>
            Not here
          </Button>
        </p>
      )}
      {isBroken && (
        <p className={cx(styles['banner'], styles['warn'])}>
          <Icon name="warning" />
          <span>
            The log of this review does not hold together: something outside of this program changed it, or a part of it is
            missing. The review can be used and saved as it is.
          </span>
          <Button
            size="small"
            onPress={() => {
              showHistory()
              onSeen()
            }}
          >
            Show where
          </Button>
        </p>
      )}
      {notices.length > read && (
        <p className={styles['banner']}>
          <Icon name="info" />
          <span>{notices.slice(read).join(' ')}</span>
          <Button size="small" onPress={() => setRead(notices.length)}>
            Understood
          </Button>
        </p>
      )}
    </div>
  )
}
