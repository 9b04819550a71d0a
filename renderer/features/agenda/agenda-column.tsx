import { useEffect, useRef } from 'react'
import { outlineOf, plannedMsAt } from '../../../shared/agenda/outline'
import { excessMs, plannedTotalMs, projectionOf } from '../../../shared/timer/countdown'
import { formatLength, formatMinutes } from '../../../shared/timer/format'
import { ledgerOf } from '../../../shared/timer/ledger'
import { timelineOf } from '../../../shared/timer/timeline'
import { useReview } from '../../storage/use-review'
import { StatusText } from '../../ui/status'
import styles from './agenda-column.module.css'
import { AgendaColumnRow } from './agenda-column-row'
import { useNow } from './use-now'

/** Up to so many items each has a line for when and who. */
const MOST_WITH_SECOND_LINE = 6
/** AGN15: up to so many a title may take two lines; beyond, the list would scroll. */
const MOST_WITH_WHOLE_TITLE = 8

/** The agenda during the meeting: where we are, minutes spent of those planned. Pressing an item starts it. */
export function AgendaColumn() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const people = useReview(({ record }) => record.people)
  const review = useReview(({ record }) => record.review['review'])
  const now = useNow()
  const list = useRef<HTMLOListElement>(null)
  const timeline = timelineOf(timer)
  const outline = outlineOf(agenda)
  const ledger = new Map(ledgerOf(agenda, timeline, now).rows.map((row) => [row.itemId, row]))
  const { startsAt } = projectionOf(agenda, timeline, review?.scheduledStart ?? null, now)
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: review?.timeZone ?? 'UTC' })
  const lengthMs = review?.scheduledLengthMs ?? null
  const excess = excessMs(agenda, lengthMs) ?? 0
  const isRoomy = outline.length <= MOST_WITH_SECOND_LINE
  useEffect(() => {
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' })
  }, [timeline.activeItemId])
  return (
    <section className={styles['agenda']} aria-labelledby="run-agenda">
      <div className={styles['head']}>
        <h2 id="run-agenda">Agenda</h2>
        {outline.length > 0 && (
          <span className={styles['sum']} data-figures="">
            {excess > 0 && lengthMs !== null ? (
              <StatusText tone="danger" icon="warning">
                {formatMinutes(excess)} min over {formatLength(lengthMs)}
              </StatusText>
            ) : (
              `${formatMinutes(plannedTotalMs(agenda))} min`
            )}
          </span>
        )}
      </div>
      {outline.length === 0 && <p className={styles['none']}>Its items stand here once they are entered under Prepare.</p>}
      <ol ref={list} data-fades="">
        {outline.map((row, at) => {
          const { item } = row
          const times = ledger.get(item.id)
          return (
            <AgendaColumnRow
              key={item.id}
              row={row}
              rows={outline}
              isActive={item.id === timeline.activeItemId}
              spentMs={times?.actualMs ?? 0}
              plannedMs={plannedMsAt(outline, at) + (times?.extendedMs ?? 0)}
              clock={startsAt[item.id] === undefined ? '' : clock.format(startsAt[item.id])}
              presenter={item.presenterId === null ? '' : (people[item.presenterId]?.name ?? '')}
              isRoomy={isRoomy}
              isWhole={outline.length <= MOST_WITH_WHOLE_TITLE}
            />
          )
        })}
      </ol>
    </section>
  )
}
