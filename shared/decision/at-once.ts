import { readAs } from '../review/at-once'
import { type Collection, compare } from '../review/fields'
import type { Condition, Decision } from './decision'

/**
 * DEC12: of decisions that two windows accepted at once the last stands, and each other is superseded by the one accepted after it. What was
 * superseded by a decision that another window removed stands again.
 */
export function decisionsAtOnce(decisions: Collection<Decision>): Collection<Decision> {
  const read = Object.values(decisions).map((decision): Decision => {
    const { status, supersededById } = decision
    return status === 'superseded' && supersededById !== null && !decisions[supersededById]
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

/** DEC13: a condition of a decision that another window removed is none; its action stays in the plan. */
export function conditionsAtOnce(conditions: Collection<Condition>, decisions: Collection<Decision>): Collection<Condition> {
  const kept = Object.entries(conditions).filter(([, { decisionId }]) => decisions[decisionId])
  return kept.length === Object.keys(conditions).length ? conditions : Object.fromEntries(kept) // DEC13
}
