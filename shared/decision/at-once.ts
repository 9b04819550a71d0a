import { actionsAtOnce } from '../actions/at-once'
import type { ActionItem } from '../actions/action'
import { readAs } from '../review/at-once'
import { type Collection, compare } from '../review/fields'
import { type Acceptance, acceptancesAtOnce, acceptedActions, asAccepted } from './acceptance'
import type { Condition, Decision } from './decision'

interface Written {
  readonly decisions: Collection<Decision>
  readonly conditions: Collection<Condition>
  readonly acceptances: Collection<Acceptance>
}

/**
 * DEC12: of decisions that two windows accepted at once the last stands, and each other is superseded by the one accepted after it. What was
 * superseded by a decision that is gone stands again, and what was taken back in one window is proposed, whatever the other made of it.
 */
export function decisionsAtOnce(written: Written): Collection<Decision> {
  const acceptances = acceptancesAtOnce(written.acceptances, written)
  const decisions = readAs(
    written.decisions,
    Object.values(acceptances).map((acceptance) => asAccepted(acceptance, written.decisions[acceptance.id])), // DEC14
  )
  const wasAccepted = (decision: Decision | undefined): boolean =>
    decision?.status !== 'proposed' && Boolean(decision?.acceptedAt)
  const read = Object.values(decisions).map((decision): Decision => {
    const { status, supersededById } = decision
    if (status === 'proposed' && supersededById === null) return decision
    if (!wasAccepted(decision)) return { ...decision, status: 'proposed', supersededById: null }
    return status === 'superseded' && !wasAccepted(decisions[supersededById ?? ''])
      ? { ...decision, status: 'accepted', supersededById: null }
      : decision
  })
  const inTime = read
    .filter(({ status }) => status !== 'proposed')
    .sort((left, right) => compare(left.acceptedAt ?? 0, right.acceptedAt ?? 0) || compare(left.id, right.id))
  const last = inTime.findLast(({ status }) => status === 'accepted')
  return readAs(
    decisions,
    read.map((decision) =>
      decision.status !== 'accepted' || decision === last
        ? decision
        : { ...decision, status: 'superseded', supersededById: inTime[inTime.indexOf(decision) + 1]?.id ?? null },
    ), // DEC12
  )
}

interface WithPlan extends Written {
  readonly actions: Collection<ActionItem>
}

/**
 * DEC14: an accepted decision has the conditions it was accepted with. DEC13: a condition whose decision or action another window removed is none;
 * the action of a removed decision stays in the plan.
 */
export function conditionsAtOnce(written: WithPlan): Collection<Condition> {
  const acceptances = acceptancesAtOnce(written.acceptances, written)
  const accepted = Object.values(acceptances).flatMap((acceptance) => acceptance.conditions.map(({ condition }) => condition))
  const proposed = Object.values(written.conditions).filter(
    ({ decisionId, actionId }) => !acceptances[decisionId] && written.decisions[decisionId] && written.actions[actionId], // DEC13
  )
  const kept = [...proposed, ...accepted.map((condition) => written.conditions[condition.id] ?? condition)] // DEC14
  return kept.length === Object.keys(written.conditions).length && kept.every((one) => one === written.conditions[one.id])
    ? written.conditions
    : Object.fromEntries(kept.map((condition) => [condition.id, condition]))
}

/** DEC14: what an accepted condition asks for is in the plan, also where another window removed both. */
export function planAtOnce({ actions, ...written }: WithPlan): Collection<ActionItem> {
  const acceptances = acceptancesAtOnce(written.acceptances, written)
  const missing = acceptedActions(acceptances).filter(({ id }) => !actions[id])
  return actionsAtOnce(missing.length === 0 ? actions : readAs(actions, missing)) // DEC14
}
