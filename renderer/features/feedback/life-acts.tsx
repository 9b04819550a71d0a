import type { FeedbackItem } from '../../../shared/feedback/item'
import { lifeActWords } from '../../../shared/record/words'
import { lifeIcons, useLife } from '../../storage/use-life'
import { Button } from '../../ui/button'
import { useToast } from '../../ui/toast'
import styles from './board.module.css'

/** FB11: what can come next in the life of the item, at hand. */
export function LifeActs({ item }: { readonly item: FeedbackItem }) {
  const { offers, take } = useLife(item)
  const toast = useToast()
  if (offers.length === 0) return null
  return (
    <div className={styles['acts']} data-life="">
      {offers.map((offer) => (
        <Button
          key={offer.act}
          icon={lifeIcons[offer.act]}
          onPress={() => {
            const refused = take(offer)
            if (refused) toast({ message: refused.message, tone: 'danger' })
          }}
        >
          {lifeActWords[offer.act]}
        </Button>
      ))}
    </div>
  )
}
