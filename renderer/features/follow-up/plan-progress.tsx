import { useMemo } from 'react'
import { progressChart, progressKinds, progressRows, progressWords } from '../../../shared/actions/progress'
import { nameOf } from '../../../shared/record/words'
import { useReview } from '../../storage/use-review'
import page from './follow-up.module.css'
import { Picture } from './picture'
import styles from './time-taken.module.css'
import { useToday } from '../../storage/use-today'

/** ACT12: how far the plan is, as a picture with its table behind it. */
export function PlanProgress() {
  const actions = useReview(({ record }) => record.actions)
  const people = useReview(({ record }) => record.people)
  const today = useToday()
  const chart = useMemo(
    () => progressChart(progressRows(Object.values(actions), today, (id) => nameOf(id, people, 'No owner'))),
    [actions, people, today],
  )
  if (!chart) return null
  return (
    <section className={styles['section']} aria-labelledby="plan-progress">
      <div className={page['heading']}>
        <h2 id="plan-progress">Progress of the plan</h2>
        <span className={page['aside']} data-figures="">
          {chart.counted}, each counted once
        </span>
      </div>
      <Picture svg={chart.svg} />
      <details>
        <summary>As a table</summary>
        <table className={styles['table']} data-figures="">
          <thead>
            <tr>
              <th scope="col">Owner</th>
              {progressKinds.map((kind) => (
                <th key={kind} scope="col">
                  {progressWords[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.rows.map(({ label, counts }, at) => (
              <tr key={`${at} ${label}`}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                {progressKinds.map((kind) => (
                  <td key={kind}>{counts[kind]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
