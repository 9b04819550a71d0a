import { ActionPlan } from './action-plan'
import { Closing } from './closing'
import { DecisionSection } from './decision-section'
import { Findings } from './findings-list'
import styles from './follow-up.module.css'
import { Lessons } from './lessons'
import { PlanProgress } from './plan-progress'
import { Risks } from './risks'
import { ExecutiveSummary } from './summary'
import { TimeTaken } from './time-taken'

/** The third place of a review: what is still to be answered, what was decided, who does what by when, and the closing. */
export function FollowUpPage() {
  return (
    <div className={styles['page']}>
      <Closing />
      <div className={styles['columns']}>
        <DecisionSection />
        <Findings />
      </div>
      <ActionPlan />
      <PlanProgress />
      <Risks />
      <Lessons />
      <ExecutiveSummary />
      <TimeTaken />
    </div>
  )
}
