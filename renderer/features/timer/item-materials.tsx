import { Button as AriaButton } from 'react-aria-components'
import type { AgendaItem } from '../../../shared/agenda/item'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { useOpenMaterial } from '../../ui/open-material'
import { sizeWords } from '../../ui/words'
import styles from './timer-panel.module.css'

interface ItemMaterialsProps {
  /** None before the agenda has items, and after the last. */
  readonly item: AgendaItem | undefined
}

/** VIW11: what is looked at in an item, to be opened over the cockpit, and beside it all materials where there are others. */
export function ItemMaterials({ item }: ItemMaterialsProps) {
  const open = useOpenMaterial()
  const materials = useReview(({ record }) => record.materials)
  const attached = item?.materialIds.flatMap((id) => materials[id] ?? []) ?? []
  const all = inOrder(materials)
  if (all.length === 0) return null
  const among = attached.map(({ id }) => id)
  return (
    <div className={styles['materials']}>
      {attached.length > 0 && (
        <ul aria-label="Materials of this item">
          {attached.map(({ id, name }) => (
            <li key={id} title={name}>
              <AriaButton className={styles['material'] ?? ''} onPress={() => open(id, among)}>
                <Icon name="file" />
                <span dir="auto">{name}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      {(all.length > attached.length || attached.length > 2) && (
        <Menu
          label="All materials"
          trigger={
            <Button size="small" look="quiet">
              {`Materials (${all.length})`}
              <Icon name="chevron-down" />
            </Button>
          }
          entries={all.map(({ id, name, bytes }) => ({
            key: id,
            label: name,
            note: sizeWords(bytes),
            onChoose: () =>
              open(
                id,
                all.map((each) => each.id),
              ),
          }))}
        />
      )}
    </div>
  )
}
