import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { outlineOf } from '../../../shared/agenda/outline'
import type { Material } from '../../../shared/review/materials'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { sizeWords } from '../../ui/words'
import styles from './materials.module.css'

export interface MaterialRowProps {
  readonly material: Material
  readonly mayEdit: boolean
  readonly onOpen: () => void
}

/** One material: pressing its name opens it. */
export function MaterialRow({ material, mayEdit, onOpen }: MaterialRowProps) {
  const act = useAct()
  const agenda = useReview(({ record }) => record.agenda)
  const [isRenaming, setIsRenaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const refused = useRef<string | null>(null)
  const items = outlineOf(agenda)
  const attached = items.filter(({ item }) => item.materialIds.includes(material.id))
  const materialId = material.id
  const endRenaming = () => {
    setIsRenaming(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <li className={styles['row']}>
      <Icon name="file" />
      {isRenaming ? (
        // A name that was refused stays, with the reason below it.
        <div
          onBlur={() => refused.current === null && setIsRenaming(false)}
          onKeyDown={({ key }) => key === 'Escape' && endRenaming()}
        >
          <DraftField
            label="Name"
            isLabelHidden
            autoFocus
            pauseMs={null}
            value={material.name}
            onEnter={endRenaming}
            onCommit={(name) => (refused.current = act('renameMaterial', { materialId, name }))}
          />
        </div>
      ) : (
        <AriaButton ref={opener} className={styles['name'] ?? ''} aria-label={`Open ${material.name}`} onPress={onOpen}>
          <span dir="auto">{material.name}</span>
        </AriaButton>
      )}
      <span className={styles['size']} data-figures="">
        {sizeWords(material.bytes)}
      </span>
      <Menu
        label={`Agenda items of ${material.name}`}
        trigger={
          <Button size="small" look="quiet" icon="attach" isDisabled={!mayEdit || items.length === 0}>
            {attached.length === 0
              ? 'Attach to an item'
              : attached.map(({ item, number }) => `${number} ${item.title}`).join(', ')}
          </Button>
        }
        entries={items.map((row) => ({
          key: row.item.id,
          label: `${row.number} ${row.item.title}`,
          isChosen: attached.includes(row),
          onChoose: () => void act('attachMaterial', { materialId, itemId: row.item.id, attached: !attached.includes(row) }),
        }))}
      />
      {mayEdit && (
        <span className={styles['acts']}>
          <IconButton icon="edit" label={`Rename ${material.name}`} size="small" onPress={() => setIsRenaming(true)} />
          <IconButton
            icon="remove"
            label={`Remove ${material.name}`}
            size="small"
            onPress={() => void act('removeMaterial', { materialId })}
          />
        </span>
      )}
    </li>
  )
}
