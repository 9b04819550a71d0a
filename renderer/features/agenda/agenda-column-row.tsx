import type { AgendaItem } from '../../../shared/agenda/item'
import { stepPlace } from '../../../shared/agenda/moves'
import type { OutlineRow } from '../../../shared/agenda/outline'
import { formatMinutes } from '../../../shared/timer/format'
import { useMayEdit, useAct } from '../../storage/use-act'
import { useStart } from '../../storage/use-start'
import { IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-paths'
import { Menu, type MenuEntry } from '../../ui/menu'
import { useToast } from '../../ui/toast'
import styles from './agenda-column.module.css'

/** Where an item went that is not talked about now. */
const putOff: Readonly<
  Partial<Record<AgendaItem['status'], { readonly word: string; readonly icon: IconName; readonly tip: string }>>
> = {
  deferred: { word: 'Deferred', icon: 'history', tip: 'Deferred: not in this meeting' },
  carried: { word: 'Carried', icon: 'right', tip: 'Carried to the next review' },
}

interface AgendaColumnRowProps {
  readonly row: OutlineRow
  readonly rows: readonly OutlineRow[]
  readonly isActive: boolean
  readonly spentMs: number
  /** Planned and added; of a section, that of its items. */
  readonly plannedMs: number
  /** Clock time, '' when it will not come. */
  readonly clock: string
  readonly presenter: string
  /** There is room for a second line. */
  readonly isRoomy: boolean
  /** The title may take two lines. */
  readonly isWhole: boolean
}

/** One item of the cockpit's agenda: pressing it starts it, the menu puts it off or moves it. */
export function AgendaColumnRow({
  row,
  rows,
  isActive,
  spentMs,
  plannedMs,
  clock,
  presenter,
  isRoomy,
  isWhole,
}: AgendaColumnRowProps) {
  const { item, number, level, isSection, isInternal } = row
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const start = useStart()
  const toast = useToast()
  const tell = (refused: string | null) => void (refused !== null && toast({ message: refused, tone: 'danger' }))
  const off = putOff[item.status]
  const isDone = item.status === 'discussed' && !isActive
  const second = [clock, presenter].filter(Boolean).join(' · ')
  const move = (by: -1 | 1) => {
    const place = stepPlace(rows, item.id, by)
    if (place) tell(act('moveItem', { itemId: item.id, ...place }))
  }
  const mark = (status: 'pending' | 'deferred' | 'carried') => () => tell(act('markItem', { itemId: item.id, status }))
  const marks: readonly MenuEntry[] =
    isSection || isActive || item.status === 'discussed'
      ? []
      : off
        ? [{ key: 'take-up', label: 'Take up again', icon: 'undo', onChoose: mark('pending') }]
        : [
            { key: 'defer', label: 'Defer: not in this meeting', icon: 'history', onChoose: mark('deferred') },
            { key: 'carry', label: 'Carry to the next review', icon: 'right', onChoose: mark('carried') },
          ]
  return (
    <li data-level={level} className={cx(styles['row'], isActive && styles['active'])}>
      <button
        type="button"
        className={cx(
          styles['item'],
          isWhole && styles['whole'],
          (isDone || off) && styles['done'],
          isSection && styles['section'],
        )}
        disabled={!mayEdit}
        aria-current={isActive ? 'step' : undefined}
        title={[isActive ? item.title : `Start ${item.title}`, off?.tip, second].filter(Boolean).join('\n')}
        onClick={() => !isActive && tell(start(item.id))}
      >
        <span className={styles['number']}>
          {isDone ? (
            <>
              <Icon name="check" />
              <span className={styles['spoken']}>{number}, discussed</span>
            </>
          ) : (
            number
          )}
        </span>
        <span className={styles['title']} dir="auto">
          {item.title}
        </span>
        {isInternal && (
          <span className={styles['off']} title="Never on the wall">
            <Icon name="eye-off" />
            <span className={styles['spoken']}>never on the wall</span>
          </span>
        )}
        {off ? (
          <span className={styles['off']}>
            <Icon name={off.icon} />
            {off.word}
          </span>
        ) : (
          <span className={cx(styles['minutes'], spentMs > plannedMs && styles['over'])} data-figures="">
            {spentMs > 0 ? `${formatMinutes(spentMs)}/${formatMinutes(plannedMs)}` : formatMinutes(plannedMs)}
          </span>
        )}
        {isRoomy && !isSection && (
          <span className={styles['second']} data-figures="" dir="auto">
            {second}
          </span>
        )}
      </button>
      {mayEdit && (
        <Menu
          label={`Item ${number}`}
          trigger={<IconButton icon="more" label={`More for item ${number}`} size="small" />}
          entries={[
            ...marks,
            ...(marks.length > 0 ? [null] : []),
            { key: 'up', label: 'Move up', icon: 'up', onChoose: () => move(-1) },
            { key: 'down', label: 'Move down', icon: 'down', onChoose: () => move(1) },
          ]}
        />
      )}
    </li>
  )
}
