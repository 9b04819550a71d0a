import { useMemo, useState } from 'react'
import type { Region } from '../../../shared/feedback/place'
import { labelWord } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { RegionLayer } from './region-layer'
import styles from './slides-pane.module.css'
import type { DeckAt } from './wall-store'

interface SlideSheetProps {
  readonly picture: string
  readonly at: DeckAt
  readonly isMarking: boolean
  readonly onMarked: (region: Region) => void
  readonly onCancel: () => void
}

/** As wide as 16:9 or wider: the width decides how large it is, else the height. */
const WIDE = 16 / 9

/** The page as large as the box allows, and over it just as large what feedback marks on it (FB14); only what is revealed, for the room may see this. */
export function SlideSheet({ picture, at: { materialId, page, pages }, isMarking, onMarked, onCancel }: SlideSheetProps) {
  const [aspect, setAspect] = useState(WIDE)
  const feedback = useReview(({ record }) => record.feedback)
  const marked = useMemo(
    () =>
      inOrder(feedback).flatMap(({ id, label, text, place }) =>
        place?.region && place.materialId === materialId && place.page === page
          ? [{ id, region: place.region, words: `${labelWord(label)}: ${text}` }]
          : [],
      ),
    [feedback, materialId, page],
  )
  return (
    <div className={styles[aspect >= WIDE ? 'wide' : 'high']} style={{ aspectRatio: String(aspect) }}>
      <img
        src={picture}
        alt={`Page ${page} of ${pages}`}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          if (naturalHeight > 0) setAspect(naturalWidth / naturalHeight)
        }}
      />
      <RegionLayer marked={marked} isMarking={isMarking} onTake={onMarked} onCancel={onCancel} />
    </div>
  )
}
