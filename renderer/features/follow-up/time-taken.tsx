import { useMemo } from 'react'
import { ledgerOf } from '../../../shared/timer/ledger'
import { chartRows, timeChart } from '../../../shared/timer/time-chart'
import { timelineOf } from '../../../shared/timer/timeline'
import { useReview } from '../../storage/use-review'
import { Picture } from './picture'
import styles from './time-taken.module.css'

/** RND9: planned against taken time per item, the same picture as in the bundle, with its table behind it. */
export function TimeTaken() {
  const agenda = useReview(({ record }) => record.agenda)
  const timer = useReview(({ record }) => record.timer)
  const { rows, chart } = useMemo(() => {
    const line = timelineOf(timer)
    // As it stood at the last start, pause or end: nothing here ticks.
    const all = chartRows(agenda, ledgerOf(agenda, line, line.lastAt).rows)
    return { rows: all, chart: timeChart(all) }
  }, [agenda, timer])
  if (!chart) return null
  return (
    <section className={styles['section']} aria-labelledby="time-taken">
      <h2 id="time-taken">Time taken</h2>
      <Picture svg={chart.svg} />
      <p className={styles['hint']}>{chart.legend}</p>
      <details>
        <summary>As a table</summary>
        <table className={styles['table']} data-figures="">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Taken, of allotted</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label }, at) => (
              <tr key={`${at} ${label}`}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                <td>{chart.values[at]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
