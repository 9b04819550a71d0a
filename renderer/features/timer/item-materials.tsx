import type { AgendaItem } from '../../../shared/agenda/item'
import { useHost } from '../../storage/use-host'
import { useReview } from '../../storage/use-review'
import { Icon } from '../../ui/icon'
import styles from './timer-panel.module.css'

/** What is looked at in an item, to be opened beside it; nothing where nothing is attached. */
export function ItemMaterials({ item }: { readonly item: AgendaItem }) {
  const host = useHost()
  const materials = useReview(({ record }) => record.materials)
  const attached = item.materialIds.flatMap((id) => materials[id] ?? [])
  if (attached.length === 0) return null
  return (
    <ul className={styles['materials']} aria-label="Materials of this item">
      {attached.map(({ id, sha512, name }) => (
        <li key={id}>
          <a href={host.materialUrl(sha512, name)} target="_blank" rel="noopener noreferrer" title={name}>
            <Icon name="file" />
            <span dir="auto">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
