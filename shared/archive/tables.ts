import type { ActionItem } from '../actions/action'
import { risksInOrder } from '../actions/risk-verbs'
import { actionColumns } from './action-columns'
import type { AgendaItem } from '../agenda/item'
import { numbersOf } from '../agenda/outline'
import { headOf } from '../feedback/group'
import { whereWords } from '../feedback/place'
import type { FeedbackItem } from '../feedback/item'
import { dispositionOf, statusOf } from '../feedback/life'
import type { RecordState } from '../record/state'
import { compare, inOrder } from '../review/fields'
import { dispositionWords, itemStatusWords, labelWord, nameOf, riskLevelWords, riskStatusWords, sideWords } from '../record/words'
import { ledgerOf } from '../timer/ledger'
import { chartRows, type TimeRow } from '../timer/time-chart'
import { eventsInOrder, timelineOf } from '../timer/timeline'
import { minuteAt, minutesOf } from '../review/dates'
import type { BundleView } from './bundle-view'

/** Rows of text; the first holds the names of the columns. */
export type Table = readonly (readonly string[])[]

/** Actions as people count them. */
export function actionsInOrder(record: RecordState): ActionItem[] {
  return Object.values(record.actions).sort((left, right) => compare(left.number, right.number) || compare(left.id, right.id))
}

/** ACT9: the columns by which the plan is written and read again. */
export function actionTable({ record }: Pick<BundleView, 'record'>): Table {
  const rows = actionsInOrder(record).map((action) => actionColumns.map(({ write }) => write(action, record)))
  return [actionColumns.map(({ title }) => title), ...rows] // ACT9
}

/** RSK6: the risks as a table. */
export function riskTable({ record, zone }: BundleView): Table {
  const rows = risksInOrder(record.risks).map((risk) => [
    String(risk.number),
    risk.text,
    risk.likelihood === null ? '' : riskLevelWords[risk.likelihood],
    risk.impact === null ? '' : riskLevelWords[risk.impact],
    nameOf(risk.ownerId, record.people, ''),
    String(record.actions[risk.actionId ?? '']?.number ?? ''),
    riskStatusWords[risk.status],
    risk.reason,
    minuteAt(risk.raisedAt, zone),
  ])
  return [['Number', 'Risk', 'Likelihood', 'Impact', 'Owner', 'Mitigation action', 'Status', 'Reason', 'Raised'], ...rows]
}

/** Revealed feedback in the order in which it was raised; its place in this list is the number by which answers refer to it. */
export function feedbackInOrder(record: RecordState): FeedbackItem[] {
  return Object.values(record.feedback).sort(
    (left, right) => compare(left.raisedAt, right.raisedAt) || compare(left.order, right.order) || compare(left.id, right.id),
  )
}

export function feedbackTable({ record, zone }: BundleView): Table {
  const items = feedbackInOrder(record)
  const agenda = inOrder(record.agenda)
  const numbers = new Map(items.map(({ id }, at) => [id, at + 1]))
  const answerOf = (item: FeedbackItem): string[] => {
    const { disposition, note, duplicateOf } = dispositionOf(item) ?? {}
    return disposition ? [dispositionWords[disposition], note ?? '', String(numbers.get(duplicateOf ?? '') ?? '')] : ['', '', '']
  }
  const rows = items.map((item) => [
    String(numbers.get(item.id) ?? ''),
    sideWords[item.side],
    labelWord(item.label),
    item.text,
    item.force ?? '',
    item.severity ?? '',
    statusOf(item),
    nameOf(item.authorId, record.people, ''),
    agenda.find(({ id }) => id === item.itemId)?.title ?? '',
    whereWords(item, record.materials),
    item.requestedChange,
    item.answersId === null ? '' : String(numbers.get(item.answersId) ?? ''),
    minuteAt(item.raisedAt, zone),
    ...answerOf(item),
    String(numbers.get(headOf(record.feedback, item)?.id ?? '') ?? ''),
    item.hands === null ? '' : String(item.hands),
  ])
  const names = ['Number', 'Side', 'Label', 'Feedback', 'Force', 'Severity', 'Status', 'Author', 'Agenda item', 'Location']
  return [
    [...names, 'Requested change', 'Answers', 'Raised', 'Disposition', 'Rationale', 'Duplicate of', 'Under', 'Hands'],
    ...rows,
  ]
}

/** A collection as a list for programs: in display order, the timer's events in the order they were made. */
export function collectionLists(record: RecordState): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, entities]) => [
      name,
      name === 'timer' ? eventsInOrder(record.timer) : inOrder(entities as Parameters<typeof inOrder>[0]),
    ]),
  )
}

/** One agenda item in the time ledger; times in whole minutes. */
export interface LedgerLine {
  /** '' for what is not on the agenda any more. */
  readonly number: string
  readonly title: string
  readonly presenter: string
  /** Null for what is not on the agenda any more. */
  readonly status: AgendaItem['status'] | null
  readonly planned: number
  readonly extended: number
  readonly paused: number
  readonly actual: number
}

/** Time ledger in the order of the agenda, as it stood at the last change. */
export function ledgerRows({ record, lastChange }: BundleView): LedgerLine[] {
  const { rows } = ledgerOf(record.agenda, timelineOf(record.timer), lastChange)
  const numbers = numbersOf(record.agenda)
  return rows.map(({ itemId, plannedMs, extendedMs, pausedMs, actualMs }) => {
    const item = record.agenda[itemId]
    return {
      number: numbers.get(itemId) ?? '',
      title: item?.title ?? 'Removed item',
      presenter: item ? nameOf(item.presenterId, record.people, '') : '',
      status: item?.status ?? null,
      planned: minutesOf(plannedMs),
      extended: minutesOf(extendedMs),
      paused: minutesOf(pausedMs),
      actual: minutesOf(actualMs),
    }
  })
}

type Times = Pick<LedgerLine, 'planned' | 'extended' | 'paused' | 'actual'>

/** Sums of what is shown, so that a reader who adds up gets the same. */
export function ledgerTotal(rows: readonly LedgerLine[]): Times {
  const sum = (field: keyof Times) => rows.reduce((total, row) => total + row[field], 0)
  return { planned: sum('planned'), extended: sum('extended'), paused: sum('paused'), actual: sum('actual') }
}

/** RND5: planned, added, paused and taken time per item, in minutes. */
export function ledgerTable(view: BundleView): Table {
  const rows = ledgerRows(view).map(({ number, title, presenter, planned, extended, paused, actual, status }) => [
    ...[number, title, presenter],
    ...[planned, extended, paused, actual].map(String),
    status === null ? 'Removed' : itemStatusWords[status],
  ])
  const names = ['Number', 'Item', 'Presenter', 'Planned (min)', 'Extended (min)', 'Paused (min)', 'Actual (min)', 'Status']
  return [names, ...rows]
}

/** Rows of the chart of times. */
export function timeRows({ record, lastChange }: BundleView): TimeRow[] {
  const { rows } = ledgerOf(record.agenda, timelineOf(record.timer), lastChange)
  return chartRows(record.agenda, rows)
}
