import { Fragment } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Delivery } from '../../../shared/host-contract'
import type { LibraryRow } from '../../../shared/record/library-row'
import { isBeginning, useDeliveries } from '../../storage/use-deliveries'
import { useHost } from '../../storage/use-host'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { useTrying } from '../../ui/use-trying'
import styles from './library-page.module.css'

export interface FailedDeliveriesProps {
  readonly reviews: readonly LibraryRow[]
  /** Opens the Archive screen of a review. */
  readonly onOpen: (reviewId: string) => void
}

const MOST_NAMED = 3

/** DLV10: one quiet line while something that was saved has not reached its folder; it leads to where it says why. */
export function FailedDeliveries({ reviews, onOpen }: FailedDeliveriesProps) {
  const host = useHost()
  const deliveries = useDeliveries()
  const { isTrying, begin } = useTrying(deliveries.some(isBeginning), () =>
    failed.forEach(({ id }) => void host.call('delivery:act', { deliveryId: id, act: 'retry' })),
  )
  const failed = deliveries.filter((one) => one.state === 'failed' || (isTrying && isBeginning(one)))
  const [first] = failed
  if (!first) return null
  const titles = [...new Map(failed.map((one): [string, Delivery] => [one.reviewId, one])).values()]
  const named = titles.slice(0, MOST_NAMED)
  return (
    <p className={styles['notice']} role="status">
      <Icon name="warning" />
      <span>
        {isTrying ? 'Trying again' : 'Not delivered yet'}:{' '}
        {named.map(({ reviewId, title }, at) => (
          <Fragment key={reviewId}>
            {at > 0 && ', '}
            {reviews.some(({ id }) => id === reviewId) ? (
              <AriaButton className={styles['link'] ?? ''} aria-label={`Archive of ${title}`} onPress={() => onOpen(reviewId)}>
                <bdi>{title}</bdi>
              </AriaButton>
            ) : (
              <bdi>{title}</bdi>
            )}
          </Fragment>
        ))}
        {titles.length > named.length && ` and ${titles.length - named.length} more`}, to <bdi>{first.folder}</bdi>
        {failed.some(({ folder }) => folder !== first.folder) && ' and elsewhere'}. Safe on this computer.
      </span>
      <Button size="small" onPress={begin}>
        Try again
      </Button>
    </p>
  )
}
