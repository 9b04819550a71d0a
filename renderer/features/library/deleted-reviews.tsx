import { Button } from '../../ui/button'
import styles from './deleted-reviews.module.css'
import { dayOf } from '../../ui/words'

interface Deleted {
  readonly id: string
  readonly title: string
  readonly deletedAt: number
}

/** Reviews deleted in the last 30 days, each with the way back. */
export function DeletedReviews({
  deleted,
  onRestore,
}: {
  readonly deleted: readonly Deleted[]
  readonly onRestore: (review: Deleted) => void
}) {
  if (deleted.length === 0) return null
  return (
    <details className={styles['deleted']}>
      <summary>Recently deleted ({deleted.length})</summary>
      <p>Kept for 30 days, then removed for good.</p>
      <ul>
        {deleted.map((review) => (
          <li key={review.id}>
            <span className={styles['title']}>{review.title || 'Untitled'}</span>
            <span className={styles['date']}>{dayOf(review.deletedAt)}</span>
            <Button size="small" icon="undo" onPress={() => onRestore(review)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
