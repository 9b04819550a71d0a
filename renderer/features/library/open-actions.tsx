import { getLocalTimeZone, today } from '@internationalized/date'
import type { LibraryRow } from '../../../shared/record/library-row'
import { dayWords } from '../../../shared/review/dates'
import { StatusText } from '../../ui/status'
import styles from './open-actions.module.css'

/** Open actions of all reviews, overdue first: each review informs the next. */
export function OpenActions({
  rows,
  onOpen,
}: {
  readonly rows: readonly LibraryRow[]
  readonly onOpen: (reviewId: string) => void
}) {
  const now = today(getLocalTimeZone()).toString()
  const actions = rows
    .flatMap((row) => row.openActions.map((action) => ({ ...action, row })))
    .sort((left, right) => ((left.due ?? '9999') < (right.due ?? '9999') ? -1 : 1))
  const overdue = actions.filter(({ due }) => due !== null && due < now).length
  return (
    <section aria-labelledby="open-actions" className={styles['portfolio']}>
      <h2 id="open-actions">Open actions</h2>
      {actions.length === 0 ? (
        <p className={styles['none']}>Actions agreed in reviews stand here until they are done.</p>
      ) : (
        <>
          <p className={styles['sum']}>
            {actions.length} open{overdue > 0 && `, ${overdue} overdue`}
          </p>
          <ul className={styles['list']}>
            {actions.slice(0, 12).map((action) => (
              <li key={`${action.row.id}-${action.id}`}>
                <button type="button" className={styles['action']} onClick={() => onOpen(action.row.id)}>
                  <span className={styles['what']} dir="auto">
                    {action.what}
                  </span>
                  <span className={styles['of']} dir="auto">
                    {action.row.title}
                  </span>
                  <span className={styles['who']}>
                    {action.owner ? <bdi>{action.owner}</bdi> : <StatusText tone="warn">no owner</StatusText>}
                    {' · '}
                    {action.due === null ? (
                      <StatusText tone="warn">no date</StatusText>
                    ) : action.due < now ? (
                      <StatusText tone="danger" icon="warning">
                        {dayWords(action.due)}, overdue
                      </StatusText>
                    ) : (
                      dayWords(action.due)
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {actions.length > 12 && <p className={styles['sum']}>and {actions.length - 12} more</p>}
        </>
      )}
    </section>
  )
}
