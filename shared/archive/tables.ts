import type { ActionItem } from '../actions/action'
import type { FeedbackItem } from '../feedback/item'
import type { RecordState } from '../record/state'
import { compare, inOrder } from '../review/fields'
import { labelWord, nameOf, priorityWords, sideWords, sourceWords, statusWords } from '../record/words'
import { eventsInOrder } from '../timer/timeline'
import { minuteAt } from './dates'
import type { BundleView } from './bundle-view'

/** Rows of text; the first holds the names of the columns. */
export type Table = readonly (readonly string[])[]

/** Actions as people count them. */
export function actionsInOrder(record: RecordState): ActionItem[] {
  return Object.values(record.actions).sort((left, right) => compare(left.number, right.number) || compare(left.id, right.id))
}

export function actionTable({ record }: BundleView): Table {
  const rows = actionsInOrder(record).map((action) => [
    String(action.number),
    action.what,
    nameOf(action.ownerId, record.people, ''),
    action.due ?? '',
    statusWords[action.status],
    priorityWords[action.priority],
    nameOf(action.verifierId, record.people, ''),
    sourceWords(action, record),
    action.evidence,
  ])
  return [['Number', 'Action', 'Owner', 'Due', 'Status', 'Priority', 'Verifier', 'Source', 'Evidence'], ...rows]
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
  const rows = items.map((item) => [
    String(numbers.get(item.id) ?? ''),
    sideWords[item.side],
    labelWord(item.label),
    item.text,
    item.force ?? '',
    item.severity ?? '',
    item.status,
    nameOf(item.authorId, record.people, ''),
    agenda.find(({ id }) => id === item.itemId)?.title ?? '',
    item.location,
    item.requestedChange,
    item.answersId === null ? '' : String(numbers.get(item.answersId) ?? ''),
    minuteAt(item.raisedAt, zone),
  ])
  const names = ['Number', 'Side', 'Label', 'Feedback', 'Force', 'Severity', 'Status', 'Author', 'Agenda item', 'Location']
  return [[...names, 'Requested change', 'Answers', 'Raised'], ...rows]
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
