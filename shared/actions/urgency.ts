import { compare } from '../review/fields'
import type { ActionItem } from './action'
import { isOverdue } from './action-verbs'

/** Completed or cancelled. */
export function isDone({ status }: Pick<ActionItem, 'status'>): boolean {
  return status === 'completed' || status === 'cancelled'
}

/** Overdue, open, done: 0, 1, 2. */
export function rankOf(action: ActionItem, today: string): number {
  return isOverdue(action, today) ? 0 : isDone(action) ? 2 : 1
}

/** The order of the plan: overdue first, done last; within each by date, those without one behind. */
export function byUrgency(today: string): (left: ActionItem, right: ActionItem) => number {
  return (left, right) =>
    rankOf(left, today) - rankOf(right, today) ||
    compare(left.due ?? '9999', right.due ?? '9999') ||
    compare(left.number, right.number)
}
