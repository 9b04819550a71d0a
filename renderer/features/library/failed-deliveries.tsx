import { useDeliveries } from '../../storage/use-deliveries'
import { useHost } from '../../storage/use-host'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import styles from './library-page.module.css'

/** DLV10: one quiet line while something that was saved has not reached its folder; why stands on its review's Archive screen. */
export function FailedDeliveries() {
  const host = useHost()
  const failed = useDeliveries().filter(({ state }) => state === 'failed')
  const [first] = failed
  if (!first) return null
  const what = failed.length === 1 ? first.title : `${failed.length} saved files`
  return (
    <p className={styles['notice']} role="status">
      <Icon name="warning" />
      <span>
        Not delivered yet: <bdi>{what}</bdi>, to <bdi>{first.folder}</bdi>
        {failed.some(({ folder }) => folder !== first.folder) && ' and elsewhere'}. Safe on this computer.
      </span>
      <Button
        size="small"
        onPress={() => failed.forEach(({ id }) => void host.call('delivery:act', { deliveryId: id, act: 'retry' }))}
      >
        Try again
      </Button>
    </p>
  )
}
