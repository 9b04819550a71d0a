import type { ActionItem } from '../../../shared/actions/action'
import { isOverdue } from '../../../shared/actions/action-verbs'
import type { RecordState } from '../../../shared/record/state'
import { compare } from '../../../shared/review/fields'
import { nameOf } from '../../../shared/record/words'

export type PlanOrder = 'owner' | 'date'

export interface PlanGroup {
  /** Owner's id, or '' where the plan is one list or nobody owns these. */
  readonly key: string
  /** Heading of the group; '' where the plan is one list. */
  readonly heading: string
  readonly actions: readonly ActionItem[]
}

/** The action plan, overdue first, then by date; open ones before those done. By owner: a group per name, those without an owner first. */
export function actionPlan(record: RecordState, order: PlanOrder, today: string): PlanGroup[] {
  const actions = Object.values(record.actions).sort(byUrgency(today))
  if (order === 'date') return [{ key: '', heading: '', actions }]
  return [...new Set(actions.map(({ ownerId }) => ownerId ?? ''))]
    .map((key) => ({
      key,
      heading: nameOf(key === '' ? null : key, record.people, 'No owner yet'),
      actions: actions.filter(({ ownerId }) => (ownerId ?? '') === key),
    }))
    .sort(
      (left, right) =>
        Number(left.key !== '') - Number(right.key !== '') ||
        compare(left.heading.toLowerCase(), right.heading.toLowerCase()) ||
        compare(left.key, right.key),
    )
}

function byUrgency(today: string): (left: ActionItem, right: ActionItem) => number {
  const rank = (action: ActionItem): number => (isOverdue(action, today) ? 0 : isDone(action) ? 2 : 1)
  return (left, right) =>
    rank(left) - rank(right) || compare(left.due ?? '9999', right.due ?? '9999') || compare(left.number, right.number)
}

/** Completed or cancelled. */
export function isDone({ status }: Pick<ActionItem, 'status'>): boolean {
  return status === 'completed' || status === 'cancelled'
}

/** Whole days from `due` to `today`, both `YYYY-MM-DD`. */
export function daysLate(due: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000)
}

/** How the plan stands, in words: "3 open, 1 overdue, 2 done". */
export function planWords(record: RecordState, today: string): string {
  const actions = Object.values(record.actions)
  const done = actions.filter(isDone).length
  const overdue = actions.filter((action) => isOverdue(action, today)).length
  return [
    `${actions.length - done} open`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(done > 0 ? [`${done} done`] : []),
  ].join(', ')
}
