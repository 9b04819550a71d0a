import { type ComponentType, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { timelineOf } from '../../shared/timer/timeline'
import { FollowUpPage } from '../features/follow-up/follow-up-page'
import { MaterialViewer, type Opened } from '../features/materials/material-viewer'
import { ImportLog } from '../features/minutes/import-log'
import { showArchivePart } from '../features/history/shown'
import { type OpenMaterial, OpenMaterialProvider } from '../ui/open-material'
import { type ShowHistory, ShowHistoryProvider } from '../ui/show-history'
import { forgetPart, showPart } from '../features/prepare/part'
import { PreparePage } from '../features/prepare/prepare-page'
import { ItemClock } from '../features/timer/item-clock'
import { LifeForm } from '../features/feedback/life-form'
import { StartForm } from '../features/timer/start-form'
import { TimeAnnouncer } from '../features/timer/time-announcer'
import { useIsPassing } from '../storage/passing'
import { useDiscreet } from '../storage/use-discreet'
import { useReview, useSession } from '../storage/use-review'
import { CoverProvider } from '../ui/cover'
import { cx } from '../ui/cx'
import { useAwake } from '../ui/use-awake'
import { focusPart } from '../ui/keep-focus'
import { pressPlace } from '../ui/press-place'
import { useKeys } from '../ui/use-keys'
import { PassLaptop } from '../features/panel/pass-laptop'
import { WallHere } from '../features/wall/wall-here'
import { WallPublisher } from '../features/wall/wall-publisher'
import { createDeckStore, DeckProvider } from '../features/wall/deck-store'
import { DeckFeeder } from '../features/wall/deck-feeder'
import { createWallStore, WallProvider } from '../features/wall/wall-store'
import { ArchivePage } from './archive-page'
import { ReviewBanners } from './review-banners'
import { ReviewHeader } from './review-header'
import styles from './review-page.module.css'
import { Closing } from './closing'
import { goTo, type Place } from './routes'
import { RunPage } from './run-page'
import { useReviewCommands } from './use-review-commands'
import { useUndoKeys } from './use-undo-keys'

const pages: Readonly<Record<Place, ComponentType>> = {
  prepare: PreparePage,
  run: RunPage,
  'follow-up': FollowUpPage,
  archive: ArchivePage,
}

/** One open review: its header and one of its four places. */
export function ReviewPage({ place }: { readonly place: Place }) {
  const title = useReview(({ record }) => record.review['review']?.title ?? '')
  const { reviewId } = useSession()
  const [wall] = useState(() => createWallStore(reviewId))
  const [deck] = useState(createDeckStore)
  const [opened, setOpened] = useState<Opened | null>(null)
  const openMaterial: OpenMaterial = useCallback(
    (materialId, among = [], page, region = null) =>
      setOpened({ materialId, among, region, ...(page !== undefined && { page }) }),
    [],
  )
  const showHistory: ShowHistory = useCallback(
    (itemId) => {
      showArchivePart(reviewId, 'history', itemId)
      goTo({ page: 'review', reviewId, place: 'archive' })
    },
    [reviewId],
  )
  const Page = pages[place]
  const isHere = useStore(wall, (state) => state.isHere)
  const isPassing = useIsPassing(reviewId)
  const isUnder = isHere || isPassing
  const { isOn: isDiscreet } = useDiscreet()
  useAwake(useReview(({ record }) => timelineOf(record.timer).activeItemId !== null))
  useUndoKeys()
  useReviewCommands(openMaterial, showHistory)
  const go = (to: Place) => () => goTo({ page: 'review', reviewId, place: to })
  useKeys({
    goLibrary: () => goTo({ page: 'library' }),
    goPrepare: go('prepare'),
    goRun: go('run'),
    goFollowUp: go('follow-up'),
    goArchive: go('archive'),
    acting: () => pressPlace('acting'),
  })
  // KEY6: whoever goes to a place by its key is at its beginning.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusPart(document.querySelector('main'))
  }, [place])
  useEffect(() => forgetPart, [reviewId])
  // Whoever comes back to the archive comes to save.
  useEffect(() => {
    if (place !== 'archive') showArchivePart(reviewId, 'bundle')
  }, [reviewId, place])
  useEffect(() => () => showArchivePart(reviewId, 'bundle'), [reviewId])
  useEffect(() => {
    document.title = `${title} - Review Room`
    return () => void (document.title = 'Review Room')
  }, [title])
  return (
    <WallProvider value={wall}>
      <DeckProvider value={deck}>
        <CoverProvider value={isDiscreet || isUnder}>
          <WallPublisher />
          <DeckFeeder />
          <TimeAnnouncer />
          <div className={cx(styles['review'], isUnder && styles['under'])} inert={isUnder}>
            <ReviewHeader place={place} />
            <ShowHistoryProvider value={showHistory}>
              <main className={styles['place']}>
                <OpenMaterialProvider value={openMaterial}>
                  <Page />
                </OpenMaterialProvider>
              </main>
              <ReviewBanners place={place} />
            </ShowHistoryProvider>
          </div>
          {isPassing ? <PassLaptop /> : <WallHere />}
          <StartForm
            onSeeReadiness={() => {
              showPart(reviewId, 'readiness')
              go('prepare')()
            }}
          />
          <LifeForm />
          <Closing />
          <ImportLog />
          {opened && (
            <MaterialViewer
              opened={opened}
              onShow={(materialId) => setOpened({ materialId, among: opened.among })}
              onClose={() => setOpened(null)}
              clock={<ItemClock />}
            />
          )}
        </CoverProvider>
      </DeckProvider>
    </WallProvider>
  )
}
