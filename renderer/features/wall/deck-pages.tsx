import { useState } from 'react'
import { useStore } from 'zustand'
import type { Region } from '../../../shared/feedback/place'
import { slideKey } from '../../../shared/wall/wall-view'
import { markPlace } from '../../storage/placed'
import { useMayEdit } from '../../storage/use-act'
import { useSession } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { NumberField } from '../../ui/number-field'
import { useDeckStore, useSlidePicture } from './deck-store'
import { SlideSheet } from './slide-sheet'
import styles from './slides-pane.module.css'
import { Thumbnails } from './thumbnails'
import { type DeckAt, putOn, turnTo, useWallStore } from './wall-store'

interface DeckPagesProps {
  readonly at: DeckAt
  /** A region was marked: what is written next belongs there. */
  readonly onPlaced: () => void
}

/** A page of the slides in hand, what is marked on it, and the others, small. */
export function DeckPages({ at, onPlaced }: DeckPagesProps) {
  const wall = useWallStore()
  const { materialId, page, pages } = at
  const { why, deck } = useStore(useDeckStore())
  const { live, isShowing, frozen } = useStore(wall)
  const picture = useSlidePicture(slideKey(materialId, page))
  const isLive = live === 'slide' && isShowing && frozen === null
  const turn = (to: number) => turnTo(wall, 'slide', to, pages)
  const { reviewId } = useSession()
  const { mayEdit } = useMayEdit()
  const [isMarking, setMarking] = useState(false)
  const [isBack, setBack] = useState(false)
  const begin = (): void => {
    setBack(false)
    setMarking(true)
  }
  /** FB16: to the button that began it. */
  const leave = (): void => {
    setMarking(false)
    setBack(true)
  }
  const mark = (region: Region): void => {
    setMarking(false)
    markPlace(reviewId, { materialId, page, region })
    onPlaced()
  }
  return (
    <>
      <div className={styles['page']} data-live={isLive}>
        {picture !== null && (
          <SlideSheet key={picture} picture={picture} at={at} isMarking={isMarking} onMarked={mark} onCancel={leave} />
        )}
        {picture === null && <p role="status">{why === '' ? 'Reading ...' : `Page ${page} could not be drawn: ${why}.`}</p>}
      </div>
      {isMarking ? (
        <div className={styles['turn']}>
          {/* FB16 */}
          <p className={styles['how']}>
            Draw it on the page. By keys: arrows move it, with Shift they change its size, Enter takes it.
          </p>
          <Button onPress={leave}>Cancel</Button>
        </div>
      ) : (
        <div className={styles['turn']}>
          <IconButton icon="left" label="The page before" keys="Page ↑" isDisabled={page <= 1} onPress={() => turn(page - 1)} />
          <span className={styles['number']} data-place="slide-page">
            <NumberField label="Page" isLabelHidden isStepless value={page} min={1} max={pages} onCommit={turn} />
          </span>
          <span data-figures="">{`of ${pages}`}</span>
          <IconButton
            icon="right"
            label="The next page"
            keys="Page ↓"
            isDisabled={page >= pages}
            onPress={() => turn(page + 1)}
          />
          <span className={styles['gap']} />
          {mayEdit && picture !== null && (
            <span data-place="mark-region">
              <IconButton icon="edit" label="Mark a region for feedback" keys="Z M" autoFocus={isBack} onPress={begin} />
            </span>
          )}
          <Button look={isLive ? 'live' : 'plain'} aria-pressed={isLive} onPress={() => putOn(wall, isLive ? 'item' : 'slide')}>
            {isLive ? 'On the wall' : 'Show on the wall'}
          </Button>
        </div>
      )}
      {deck && <Thumbnails key={materialId} deck={deck} page={page} onChoose={turn} />}
    </>
  )
}
