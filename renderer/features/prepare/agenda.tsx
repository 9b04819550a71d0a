import { GridList, useDragAndDrop } from 'react-aria-components'
import { branchAt, type OutlineRow, outlineOf, plannedMsAt } from '../../../shared/agenda/outline'
import { plannedTotalMs, projectionOf } from '../../../shared/timer/countdown'
import { formatMinutes } from '../../../shared/timer/format'
import { timelineOf } from '../../../shared/timer/timeline'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { EmptyState } from '../../ui/empty-state'
import { AddItem } from './add-item'
import styles from './agenda.module.css'
import { AgendaRow } from './agenda-row'
import { useMinute } from './use-minute'

/** The agenda: what, by whom, how long, and when that will be. Order by dragging the handle, or with it and the arrow keys. */
export function Agenda() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const now = useMinute()
  const rows = outlineOf(agenda)
  const { startsAt, endsAt } = projectionOf(agenda, timelineOf(timer), review?.scheduledStart ?? null, now)
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: review?.timeZone ?? 'UTC' })
  const move = (itemId: string, by: -1 | 1) => {
    const at = rows.findIndex(({ item }) => item.id === itemId)
    const after = rows[at + branchAt(rows, at).length]
    if (by === -1 ? at === 0 : !after) return
    const target = by === -1 ? rows[at - 1] : rows[rows.indexOf(after as OutlineRow) + 1]
    act('moveItem', { itemId, beforeId: target?.item.id ?? null })
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': agenda[String(key)]?.title ?? '' })),
    onReorder({ keys, target }) {
      const at = rows.findIndex(({ item }) => item.id === target.key)
      const before = (target.dropPosition === 'before' ? rows[at] : rows[at + 1])?.item.id ?? null
      for (const key of keys) if (before !== key) act('moveItem', { itemId: String(key), beforeId: before })
    },
  })

  return (
    <div className={styles['agenda']}>
      {rows.length === 0 ? (
        <EmptyState title="The agenda is empty">
          Enter what will be talked about, item by item, with the minutes each may take. The clock of the meeting follows it.
        </EmptyState>
      ) : (
        <>
          <div className={styles['head']} aria-hidden="true">
            <span />
            <span>#</span>
            <span>Item</span>
            <span>Kind</span>
            <span>Presenter</span>
            <span>Minutes</span>
            <span className={styles['time']}>Starts</span>
            <span />
          </div>
          <GridList
            aria-label="Agenda"
            className={styles['list'] ?? ''}
            dragAndDropHooks={dragAndDropHooks}
            keyboardNavigationBehavior="tab"
            items={rows.map((row, at) => ({ id: row.item.id, row, at }))}
            dependencies={[mayEdit, startsAt, review]}
          >
            {({ row, at }) => (
              <AgendaRow
                row={row}
                plannedMs={plannedMsAt(rows, at)}
                startsAt={startsAt[row.item.id] === undefined ? '' : clock.format(startsAt[row.item.id])}
                mayEdit={mayEdit}
                onMove={(by) => move(row.item.id, by)}
              />
            )}
          </GridList>
          <p className={styles['sum']} data-figures="">
            {rows.length} items, {formatMinutes(plannedTotalMs(agenda))} minutes
            {(review?.scheduledStart ?? null) !== null
              ? `, ends ${clock.format(endsAt)}`
              : '. Clock times as if it began now; the start is set in Overview.'}
          </p>
        </>
      )}
      {mayEdit && <AddItem isFirst={rows.length === 0} />}
    </div>
  )
}
