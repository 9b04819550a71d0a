import { useEffect, useState } from 'react'
import { timelineOf } from '../../shared/timer/timeline'
import { ArchivePage } from '../features/archive/archive-page'
import { FollowUpPage } from '../features/follow-up/follow-up-page'
import { PreparePage } from '../features/prepare/prepare-page'
import { useReview, useSession } from '../storage/use-review'
import { useAwake } from '../ui/use-awake'
import { pressPlace, useKeys } from '../ui/use-keys'
import { WallPublisher } from '../features/wall/wall-publisher'
import { createWallStore, WallProvider } from '../features/wall/wall-store'
import { ReviewBanners } from './review-banners'
import { ReviewHeader } from './review-header'
import styles from './review-page.module.css'
import { goTo, type Place } from './routes'
import { RunPage } from './run-page'
import { useUndoKeys } from './use-undo-keys'

const pages = { prepare: PreparePage, run: RunPage, 'follow-up': FollowUpPage, archive: ArchivePage } as const

/** One open review: its header and one of its four places. */
export function ReviewPage({ place }: { readonly place: Place }) {
  const title = useReview(({ record }) => record.review['review']?.title ?? '')
  const { reviewId } = useSession()
  const [wall] = useState(() => createWallStore(reviewId))
  const Page = pages[place]
  useAwake(useReview(({ record }) => timelineOf(record.timer).activeItemId !== null))
  useUndoKeys()
  const go = (to: Place) => () => goTo({ page: 'review', reviewId, place: to })
  useKeys({
    goLibrary: () => goTo({ page: 'library' }),
    goPrepare: go('prepare'),
    goRun: go('run'),
    goFollowUp: go('follow-up'),
    goArchive: go('archive'),
    acting: () => pressPlace('acting'),
  })
  useEffect(() => {
    document.title = `${title} - Review Room`
    return () => void (document.title = 'Review Room')
  }, [title])
  return (
    <WallProvider value={wall}>
      <WallPublisher />
      <div className={styles['review']}>
        <ReviewHeader place={place} />
        <main className={styles['place']}>
          <Page />
        </main>
        <ReviewBanners />
      </div>
    </WallProvider>
  )
}
