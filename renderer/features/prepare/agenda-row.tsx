import { type KeyboardEvent, useState } from 'react'
import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { type AgendaItem, itemKinds } from '../../../shared/agenda/item'
import type { OutlineRow } from '../../../shared/agenda/outline'
import { formatMinutes } from '../../../shared/timer/format'
import { inOrder } from '../../../shared/review/fields'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { useCoverTurn } from '../../ui/cover'
import { EditableText } from '../../ui/draft-field'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { useShowHistory } from '../../ui/show-history'
import { AgendaRowDetails, type OpenedDetail } from './agenda-row-details'
import styles from './agenda.module.css'
import { focusTitle } from './focus-title'
import { Thresholds } from './thresholds'
import { kindWords } from './words'

const MINUTE_MS = 60_000

/** Which way an item goes in the outline. */
export type Direction = 'up' | 'down' | 'in' | 'out'

export interface AgendaRowProps {
  readonly row: OutlineRow
  /** Minutes of a section: those of its items. */
  readonly plannedMs: number
  /** Clock time, '' when it will not come. */
  readonly startsAt: string
  readonly mayEdit: boolean
  readonly onShift: (direction: Direction) => void
  /** Another item behind this one. */
  readonly onAddBehind: () => void
}

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

/** One agenda item, edited in place. */
export function AgendaRow(props: AgendaRowProps) {
  const { row, plannedMs, startsAt, mayEdit, onShift, onAddBehind } = props
  const { item, number, level, isSection } = row
  const act = useAct()
  const showHistory = useShowHistory()
  const people = useReview(({ record }) => record.people)
  const [opened, setOpened] = useState<OpenedDetail | null>(null)
  useCoverTurn(() => setOpened((which) => (which === 'note' ? null : which))) // DSC2
  const [limits, setLimits] = useState(false)
  const edit = (patch: Partial<AgendaItem>) => act('editItem', { itemId: item.id, ...patch })
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey ? arrows[event.key] : undefined
    if (!direction || !mayEdit) return
    event.preventDefault()
    event.stopPropagation()
    onShift(direction)
    focusTitle((id) => id === item.id)
  }
  return (
    <GridListItem id={item.id} textValue={item.title} className={styles['row'] ?? ''}>
      <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={`Move ${item.title}`}>
        <Icon name="grip" />
      </AriaButton>
      <span className={styles['number']} data-figures="">
        {number}
      </span>
      <div className={styles['title']} data-level={level} data-item={item.id} onKeyDownCapture={onKeyDown}>
        <EditableText
          label={`Title of item ${number}`}
          value={item.title}
          isReadOnly={!mayEdit}
          onCommit={(title) => edit({ title })}
          {...(mayEdit ? { onEnter: onAddBehind } : {})}
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
              { key: 'up', label: 'Move up', icon: 'up', keys: 'Alt+Shift+↑', onChoose: () => onShift('up') },
              { key: 'down', label: 'Move down', icon: 'down', keys: 'Alt+Shift+↓', onChoose: () => onShift('down') },
              {
                key: 'in',
                label: 'Put under the item before',
                icon: 'right',
                keys: 'Alt+Shift+→',
                onChoose: () => onShift('in'),
              },
              { key: 'out', label: 'One step out', icon: 'left', keys: 'Alt+Shift+←', onChoose: () => onShift('out') },
              null,
              { key: 'note', label: 'Private note', icon: 'lock', onChoose: () => setOpened('note') },
              { key: 'hint', label: 'How to hold it', icon: 'info', onChoose: () => setOpened('hint') },
              {
                key: 'internal',
                label: 'Never on the wall',
                icon: 'eye-off',
                isChosen: item.internal,
                onChoose: () => void edit({ internal: !item.internal }),
              },
              ...(isSection
                ? []
                : [{ key: 'limits', label: 'Warnings of time', icon: 'clock' as const, onChoose: () => setLimits(true) }]),
              { key: 'history', label: 'History', icon: 'history', onChoose: () => showHistory(item.id) },
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
        {limits && (
          <Dialog title={`Warnings of time: ${item.title}`} isOpen onClose={() => setLimits(false)} width="narrow">
            <div className={styles['limits']}>
              <Thresholds
                limits={item}
                usual={{ warningMs: 'As in the review', dangerMs: 'As in the review' }}
                isDisabled={false}
                onChange={(patch) => void edit(patch)}
              />
            </div>
          </Dialog>
        )}
      </div>
      <AgendaRowDetails row={row} mayEdit={mayEdit} opened={opened} onOpen={setOpened} />
    </GridListItem>
  )
}
