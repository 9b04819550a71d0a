import { outlineOf, plannedMsAt } from '../../../shared/agenda/outline'
import { formatMinutes } from '../../../shared/timer/format'
import { ledgerOf } from '../../../shared/timer/ledger'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import styles from './agenda-column.module.css'
import { useNow } from './use-now'

/** The agenda during the meeting: where we are, minutes spent of those planned. Pressing an item starts it. */
export function AgendaColumn() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const now = useNow()
  const timeline = timelineOf(timer)
  const outline = outlineOf(agenda)
  const rows = new Map(ledgerOf(agenda, timeline, now).rows.map((row) => [row.itemId, row]))
  return (
    <section className={styles['agenda']} aria-labelledby="run-agenda">
      <h2 id="run-agenda">Agenda</h2>
      {outline.length === 0 && <p className={styles['none']}>Its items stand here once they are entered under Prepare.</p>}
      <ol>
        {outline.map(({ item, number, level, isSection }, at) => {
          const isActive = item.id === timeline.activeItemId
          const row = rows.get(item.id)
          const spentMs = row?.actualMs ?? 0
          const plannedMs = plannedMsAt(outline, at) + (row?.extendedMs ?? 0)
          return (
            <li key={item.id} data-level={level}>
              <button
                type="button"
                className={cx(
                  styles['item'],
                  isActive && styles['active'],
                  item.status === 'discussed' && styles['done'],
                  isSection && styles['section'],
                )}
                disabled={!mayEdit}
                aria-current={isActive ? 'step' : undefined}
                title={isActive ? item.title : `Start ${item.title}`}
                onClick={() => !isActive && void act('startItem', { itemId: item.id })}
              >
                <span className={styles['number']}>
                  {item.status === 'discussed' && !isActive ? <Icon name="check" /> : number}
                </span>
                <span className={styles['title']} dir="auto">
                  {item.title}
                </span>
                <span className={cx(styles['minutes'], spentMs > plannedMs && styles['over'])} data-figures="">
                  {spentMs > 0 ? `${formatMinutes(spentMs)}/${formatMinutes(plannedMs)}` : formatMinutes(plannedMs)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
