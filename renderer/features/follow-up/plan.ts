import type { ActionItem } from '../../../shared/actions/action'
import { isOverdue } from '../../../shared/actions/action-verbs'
import { byUrgency, isDone, rankOf } from '../../../shared/actions/urgency'
import type { RecordState } from '../../../shared/record/state'
import { compare } from '../../../shared/review/fields'
import { dayWords } from '../../../shared/review/dates'
import { nameOf } from '../../../shared/record/words'

export type PlanOrder = 'overdue' | 'date' | 'owner'

export interface PlanGroup {
  readonly key: string
  readonly heading: string
  readonly actions: readonly ActionItem[]
}

/**
 * The action plan. Overdue first: then open, then done. By date: a group per due day, those without one first. By owner: a group per name,
 * those without one first. Within a group what is overdue stands first and what is done last.
 */
export function actionPlan(record: RecordState, order: PlanOrder, today: string): PlanGroup[] {
  const actions = Object.values(record.actions).sort(byUrgency(today))
  switch (order) {
    case 'overdue':
      return grouped(
        actions,
        (action) => String(rankOf(action, today)),
        (key) => urgencyWords[Number(key)] ?? '',
      )
    case 'date':
      return grouped(
        actions,
        ({ due }) => due ?? '',
        (due) => (due === '' ? 'No date yet' : dayWords(due)),
      )
    case 'owner':
      return grouped(
        actions,
        ({ ownerId }) => ownerId ?? '',
        (id) => nameOf(id === '' ? null : id, record.people, 'No owner yet'),
        (group) => group.heading.toLowerCase(),
      )
  }
}

/** Groups by key, '' first, then as `place` says. */
function grouped(
  actions: readonly ActionItem[],
  keyOf: (action: ActionItem) => string,
  headingOf: (key: string) => string,
  place: (group: PlanGroup) => string = ({ key }) => key,
): PlanGroup[] {
  return [...new Set(actions.map(keyOf))]
    .map((key) => ({ key, heading: headingOf(key), actions: actions.filter((action) => keyOf(action) === key) }))
    .sort(
      (left, right) =>
        Number(left.key !== '') - Number(right.key !== '') || compare(place(left), place(right)) || compare(left.key, right.key),
    )
}

const urgencyWords = ['Overdue', 'Open', 'Done']

/** ACT16: numbers in their order, neighbours as one: "1–3, 7". */
export function numberRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((left, right) => left - right)) {
    const last = ranges.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

/** ACT18: how the plan stands, in words: "3 open actions, 1 of them overdue, 2 done". */
export function planWords(record: RecordState, today: string): string {
  const actions = Object.values(record.actions)
  const done = actions.filter(isDone).length
  const open = actions.length - done
  const overdue = actions.filter((action) => isOverdue(action, today)).length
  return [
    `${open} open ${open === 1 ? 'action' : 'actions'}`,
    ...(overdue > 0 ? [open === 1 ? 'overdue' : `${overdue} of them overdue`] : []),
    ...(done > 0 ? [`${done} done`] : []),
  ].join(', ')
}
