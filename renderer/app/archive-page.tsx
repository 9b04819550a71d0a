import { BundlePart } from '../features/archive/bundle-part'
import { HistoryPage } from '../features/history/history-page'
import { type ArchivePart, showArchivePart, useArchivePart } from '../features/history/shown'
import { useSession } from '../storage/use-review'
import { Tabs } from '../ui/tabs'
import styles from './archive-page.module.css'

/** The last place of a review: its bundle, and its history. */
export function ArchivePage() {
  const { reviewId } = useSession()
  const { part } = useArchivePart(reviewId)
  return (
    <div className={styles['page']}>
      <Tabs<ArchivePart>
        label="Parts of the archive"
        value={part}
        onChange={(chosen) => showArchivePart(reviewId, chosen)}
        tabs={[
          { key: 'bundle', label: 'Bundle' },
          { key: 'history', label: 'History' },
        ]}
      >
        <div className={styles['part']}>{part === 'bundle' ? <BundlePart /> : <HistoryPage />}</div>
      </Tabs>
    </div>
  )
}
