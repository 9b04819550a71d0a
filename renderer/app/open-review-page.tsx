import { useEffect, useState } from 'react'
import type { ReviewSession } from '../storage/review-session'
import { openReview } from '../storage/review-storage'
import type { StorageProblem } from '../storage/storage-problem'
import { ReviewProvider } from '../storage/use-review'
import { useStorage } from '../storage/use-storage'
import { Button } from '../ui/button'
import styles from './message-page.module.css'
import { ReviewPage } from './review-page'
import { goTo, type Place } from './routes'

type Opening = { readonly session: ReviewSession } | { readonly problem: StorageProblem } | null

/** Opens a review for as long as the page shows it, and closes it behind. */
export function OpenReviewPage({ reviewId, place }: { readonly reviewId: string; readonly place: Place }) {
  const { storage } = useStorage()
  const [opening, setOpening] = useState<Opening>(null)
  useEffect(() => {
    let isGone = false
    let session: ReviewSession | null = null
    void openReview(storage, reviewId).then((result) => {
      if (result.ok) session = result.value
      if (isGone) void session?.close()
      else setOpening(result.ok ? { session: result.value } : { problem: result.error })
    })
    return () => {
      isGone = true
      void session?.close()
    }
  }, [storage, reviewId])

  if (opening === null) return <main className={styles['page']} aria-busy="true" aria-label="Opening the review" />
  if ('problem' in opening)
    return (
      <main className={styles['page']} role="alert">
        <h1>The review cannot be opened</h1>
        <p>{opening.problem.message}</p>
        <div className={styles['buttons']}>
          <Button look="primary" onPress={() => goTo({ page: 'library' })}>
            Back to the library
          </Button>
        </div>
      </main>
    )
  return (
    <ReviewProvider value={opening.session}>
      <ReviewPage place={place} />
    </ReviewProvider>
  )
}
