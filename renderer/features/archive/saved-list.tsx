import { useDeliveries } from '../../storage/use-deliveries'
import { useSession } from '../../storage/use-review'
import styles from './archive.module.css'
import { DeliveryRow } from './delivery-row'
import { isReplaced } from './delivery-words'

/** What was saved where, newest first: on its way, or there, to be read back and compared with its manifest at any time. */
export function SavedList({ timeZone }: { readonly timeZone: string }) {
  const { reviewId } = useSession()
  const own = useDeliveries().filter((one) => one.reviewId === reviewId)
  return (
    <section className={styles['section']} aria-labelledby="history">
      <h2 id="history">Saved</h2>
      {own.length === 0 ? (
        <p className={styles['hint']}>
          What was saved of this review from this computer stands here, bundles and minutes. A bundle can be checked at any time.
        </p>
      ) : (
        <ul className={styles['history']}>
          {own.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} timeZone={timeZone} isReplaced={isReplaced(delivery, own)} />
          ))}
        </ul>
      )}
    </section>
  )
}
