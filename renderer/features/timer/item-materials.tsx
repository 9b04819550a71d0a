import { Button } from 'react-aria-components'
import type { AgendaItem } from '../../../shared/agenda/item'
import { useReview } from '../../storage/use-review'
import { Icon } from '../../ui/icon'
import styles from './timer-panel.module.css'

/** Opens a material; `among` are those to go on to. */
export type OpenMaterial = (materialId: string, among: readonly string[]) => void

interface ItemMaterialsProps {
  readonly item: AgendaItem
  readonly onOpen: OpenMaterial
}

/** What is looked at in an item, to be opened over the cockpit; nothing where nothing is attached. */
export function ItemMaterials({ item, onOpen }: ItemMaterialsProps) {
  const materials = useReview(({ record }) => record.materials)
  const attached = item.materialIds.flatMap((id) => materials[id] ?? [])
  if (attached.length === 0) return null
  const among = attached.map(({ id }) => id)
  return (
    <ul className={styles['materials']} aria-label="Materials of this item">
      {attached.map(({ id, name }) => (
        <li key={id} title={name}>
          <Button className={styles['material'] ?? ''} onPress={() => onOpen(id, among)}>
            <Icon name="file" />
            <span dir="auto">{name}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
