import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { type AgendaItem, itemKinds } from '../../../shared/agenda/item'
import type { OutlineRow } from '../../../shared/agenda/outline'
import { formatMinutes } from '../../../shared/timer/format'
import { inOrder } from '../../../shared/review/fields'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import styles from './agenda.module.css'
import { kindWords } from './words'

const MINUTE_MS = 60_000

export interface AgendaRowProps {
  readonly row: OutlineRow
  /** Minutes of a section: those of its items. */
  readonly plannedMs: number
  /** Clock time, '' when it will not come. */
  readonly startsAt: string
  readonly mayEdit: boolean
  readonly onMove: (by: -1 | 1) => void
}

/** One agenda item, edited in place. */
export function AgendaRow({ row: { item, number, level, isSection }, plannedMs, startsAt, mayEdit, onMove }: AgendaRowProps) {
  const act = useAct()
  const people = useReview(({ record }) => record.people)
  const edit = (patch: Partial<AgendaItem>) => act('editItem', { itemId: item.id, ...patch })
  return (
    <GridListItem id={item.id} textValue={item.title} className={styles['row'] ?? ''}>
      <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={`Move ${item.title}`}>
        <Icon name="grip" />
      </AriaButton>
      <span className={styles['number']} data-figures="">
        {number}
      </span>
      <div className={styles['title']} data-level={level}>
        <EditableText
          label={`Title of item ${number}`}
          value={item.title}
          isReadOnly={!mayEdit}
          onCommit={(title) => edit({ title })}
        />
      </div>
      <div className={styles['kind']}>
        <Select
          label={`Kind of item ${number}`}
          isLabelHidden
          isBare
          isDisabled={!mayEdit}
          value={item.kind}
          onChange={(kind) => void edit({ kind })}
          options={itemKinds.map((kind) => ({ key: kind, label: kindWords[kind] }))}
        />
      </div>
      <div className={styles['presenter']}>
        <Select
          label={`Presenter of item ${number}`}
          isLabelHidden
          isBare
          isDisabled={!mayEdit}
          value={item.presenterId ?? ''}
          onChange={(key) => void edit({ presenterId: key || null })}
          options={[{ key: '', label: 'Nobody' }, ...inOrder(people).map(({ id, name }) => ({ key: id, label: name }))]}
        />
      </div>
      <div className={styles['minutes']}>
        {isSection ? (
          <span className={styles['sumOf']} data-figures="">
            {formatMinutes(plannedMs)}
          </span>
        ) : (
          <NumberField
            label={`Planned minutes of item ${number}`}
            isLabelHidden
            isBare
            isDisabled={!mayEdit}
            value={Math.round(item.plannedMs / MINUTE_MS)}
            max={600}
            onCommit={(minutes) => void edit({ plannedMs: minutes * MINUTE_MS })}
          />
        )}
      </div>
      <span className={styles['time']} data-figures="">
        {startsAt}
      </span>
      <div className={styles['more']}>
        {mayEdit && (
          <Menu
            label={`More for item ${number}`}
            trigger={<IconButton icon="more" label={`More for item ${number}`} size="small" />}
            entries={[
              { key: 'up', label: 'Move up', icon: 'up', onChoose: () => onMove(-1) },
              { key: 'down', label: 'Move down', icon: 'down', onChoose: () => onMove(1) },
              {
                key: 'in',
                label: 'Put under the item before',
                icon: 'right',
                onChoose: () => void act('indentItem', { itemId: item.id, direction: 'in' }),
              },
              {
                key: 'out',
                label: 'One step out',
                icon: 'back',
                onChoose: () => void act('indentItem', { itemId: item.id, direction: 'out' }),
              },
              {
                key: 'internal',
                label: 'Never on the wall',
                icon: 'eye-off',
                isChosen: item.internal,
                onChoose: () => void edit({ internal: !item.internal }),
              },
              null,
              {
                key: 'remove',
                label: 'Remove',
                icon: 'remove',
                isDanger: true,
                onChoose: () => void act('removeItem', { itemId: item.id }),
              },
            ]}
          />
        )}
      </div>
    </GridListItem>
  )
}
