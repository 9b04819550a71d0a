import { Checklists } from './checklists'
import { GateCriteria } from './gate-criteria'
import { PreparationTable } from './preparation-table'
import { PreparedQuestions } from './prepared-questions'
import styles from './readiness.module.css'
import { ReadyLine } from './ready-line'

/** Whether the meeting can begin: criteria, how reviewers prepared, questions known beforehand, and what both sides do. */
export function Readiness() {
  return (
    <div className={styles['readiness']}>
      <ReadyLine />
      <div className={styles['gates']}>
        <GateCriteria gate="entrance" />
        <GateCriteria gate="exit" />
      </div>
      <PreparationTable />
      <PreparedQuestions />
      <Checklists />
    </div>
  )
}
