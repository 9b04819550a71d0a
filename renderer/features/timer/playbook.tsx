import type { AgendaItem } from '../../../shared/agenda/item'
import { useDevice } from '../../storage/use-device'
import { IconButton } from '../../ui/button'
import { Icon } from '../../ui/icon'
import styles from './timer-panel.module.css'

/** AGN14: how to hold the item in hand, from the template; one press turns it off for all items, Preferences on again. */
export function Playbook({ item }: { readonly item: AgendaItem | undefined }) {
  const { device, change } = useDevice()
  if (!item || item.playbook === '' || !device.playbook) return null
  return (
    <div className={styles['playbook']} role="note" aria-label="How to hold this item">
      <Icon name="info" />
      <span dir="auto">{item.playbook}</span>
      <IconButton icon="close" size="small" label="Show no hints" onPress={() => change({ playbook: false })} />
    </div>
  )
}
