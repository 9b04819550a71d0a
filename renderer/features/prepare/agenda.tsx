import { useState } from 'react'
import { DropZone, GridList } from 'react-aria-components'
import { dropPlace, placeBehind, stepPlace } from '../../../shared/agenda/moves'
import { outlineOf, plannedMsAt } from '../../../shared/agenda/outline'
import { projectionOf } from '../../../shared/timer/countdown'
import { timelineOf } from '../../../shared/timer/timeline'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { EmptyState } from '../../ui/empty-state'
import { Refused } from '../../ui/field'
import { useTextFile } from '../../ui/text-file'
import { AddItem } from './add-item'
import { AgendaActions, agendaFile } from './agenda-actions'
import styles from './agenda.module.css'
import { focusTitle } from './focus-title'
import { AgendaRow, type Direction } from './agenda-row'
import { AgendaSum } from './agenda-sum'
import { ROW_TYPE, useRowDrag } from './use-row-drag'
import { useMinute } from './use-minute'

/** The agenda: what, by whom, how long, and when that will be. Order and depth by dragging, from the menu, or by keys in a title. */
export function Agenda() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const review = useReview(({ record }) => record.review['review'])
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const [imported, setImported] = useState<string | null>(null)
  const readFile = useTextFile(agendaFile, setImported)
  const now = useMinute()
  const rows = outlineOf(agenda)
  const { startsAt, endsAt } = projectionOf(agenda, timelineOf(timer), review?.scheduledStart ?? null, now)
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: review?.timeZone ?? 'UTC' })
  const clockOf = (itemId: string) => (startsAt[itemId] === undefined ? '' : clock.format(startsAt[itemId]))

  const shift = (itemId: string, direction: Direction) => {
    if (direction === 'in' || direction === 'out') attempt('indentItem', { itemId, direction })
    else {
      const place = stepPlace(rows, itemId, direction === 'up' ? -1 : 1)
      if (place) attempt('moveItem', { itemId, ...place })
    }
  }
  const addBehind = (itemId: string) => {
    const known = new Set(Object.keys(agenda))
    if (attempt('addItem', { title: 'New item', ...placeBehind(rows, itemId) }) === null) focusTitle((id) => !known.has(id))
  }
  const dragAndDropHooks = useRowDrag(mayEdit, agenda, (itemId, targetId, position) => {
    const place = itemId === targetId ? null : dropPlace(rows, targetId, position)
    if (place) attempt('moveItem', { itemId, ...place })
  })

  return (
    <DropZone
      className={styles['agenda'] ?? ''}
      aria-label="Agenda; drop a file to import it"
      isDisabled={!mayEdit}
      getDropOperation={(types) => (types.has(ROW_TYPE) ? 'cancel' : 'copy')}
      onDrop={({ items }) => {
        const [first] = items
        if (first?.kind === 'file') void first.getFile().then(readFile)
        if (first?.kind === 'text') void first.getText('text/plain').then(setImported)
      }}
    >
      {rows.length === 0 ? (
        <EmptyState title="The agenda is empty">
          Enter what will be talked about, item by item, with the minutes each may take, or import it from a mail, a document or a
          spreadsheet. The clock of the meeting follows it.
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
                startsAt={clockOf(row.item.id)}
                mayEdit={mayEdit}
                onShift={(direction) => shift(row.item.id, direction)}
                onAddBehind={() => addBehind(row.item.id)}
              />
            )}
          </GridList>
          {error && <Refused>{error}</Refused>}
          <AgendaSum count={rows.length} ends={(review?.scheduledStart ?? null) === null ? '' : clock.format(endsAt)} />
        </>
      )}
      {mayEdit && <AddItem isFirst={rows.length === 0} onPasteLines={setImported} />}
      <AgendaActions mayEdit={mayEdit} clockOf={clockOf} text={imported} onText={setImported} />
    </DropZone>
  )
}
