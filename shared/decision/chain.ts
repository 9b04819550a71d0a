import { type Collection, compare } from '../review/fields'
import type { Decision } from './decision'

/** DEC11: decisions that were superseded, the newest first. */
export function supersededChain(decisions: Collection<Decision>): Decision[] {
  return Object.values(decisions)
    .filter(({ status }) => status === 'superseded')
    .sort(
      (left, right) =>
        compare(right.acceptedAt ?? 0, left.acceptedAt ?? 0) || compare(right.order, left.order) || compare(left.id, right.id),
    ) // DEC11
}
