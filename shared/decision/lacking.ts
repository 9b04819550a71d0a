import type { Collection } from '../review/fields'
import type { Review } from '../review/review'
import { standingAppraisal } from './appraisal'
import type { Condition, Decision } from './decision'

/** What a proposed decision can lack. */
export type Lacking = 'outcome' | 'appraisal' | 'statement' | 'condition' | 'decider'

/** DEC6: without these a decision is not accepted; what else it lacks is told. */
export const needed: ReadonlySet<Lacking> = new Set(['outcome', 'appraisal', 'statement'])

/** DEC15: what a proposal still lacks. */
export function lackingIn(decision: Decision, endsIn: Review['endsIn'], conditions: Collection<Condition>): Lacking[] {
  const { id, outcome, statement, deciderIds } = decision
  const isConditional = endsIn === 'gate' && outcome === 'proceed-with-conditions'
  const hasCondition = Object.values(conditions).some(({ decisionId }) => decisionId === id)
  return [
    ...(endsIn === 'gate' && outcome === null ? (['outcome'] as const) : []),
    ...(endsIn === 'appraisal' && standingAppraisal(decision) === null ? (['appraisal'] as const) : []),
    ...(statement.trim() === '' ? (['statement'] as const) : []),
    ...(isConditional && !hasCondition ? (['condition'] as const) : []),
    ...(deciderIds.length === 0 ? (['decider'] as const) : []),
  ]
}
