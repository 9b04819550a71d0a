import { numbersOf } from '../agenda/outline'
import type { AgendaItem } from '../agenda/item'
import { type Collection, compare, inOrder } from '../review/fields'
import type { Material } from '../review/materials'
import type { Person } from '../review/people'
import { headOf } from './group'
import { type FeedbackItem, feedbackStatuses, labels } from './item'
import { statusOf } from './life'
import { whereWords } from './place'

export const boardSorts = ['entered', 'newest', 'agenda', 'label', 'status', 'hands'] as const
export type BoardSort = (typeof boardSorts)[number]

/** What is asked of an item; null asks nothing. An `itemId`, `authorId` or `force` of '' asks for those without one. */
export interface BoardFilter {
  readonly words: string
  readonly side: FeedbackItem['side'] | null
  readonly label: FeedbackItem['label'] | null
  readonly status: (typeof feedbackStatuses)[number] | null
  readonly force: NonNullable<FeedbackItem['force']> | '' | null
  readonly severity: NonNullable<FeedbackItem['severity']> | '' | null
  readonly itemId: string | null
  readonly authorId: string | null
}

export const everything: BoardFilter = {
  ...{ words: '', side: null, label: null, status: null, force: null, severity: null, itemId: null, authorId: null },
}

export interface BoardRow {
  readonly item: FeedbackItem
  /** It stands under the row above that is not under another. */
  readonly isUnder: boolean
  /** How many stand under it, shown or not. */
  readonly alike: number
}

export interface Board {
  readonly rows: readonly BoardRow[]
  /** How many items the filter hides. */
  readonly hidden: number
}

interface Around {
  readonly people: Collection<Person>
  readonly agenda: Collection<AgendaItem>
  readonly materials: Collection<Material>
}

/** FB10: the items that `filter` lets through, in the order of `sort`, each head before those under it. A head stays for what is shown under it. */
export function boardOf(items: Collection<FeedbackItem>, around: Around, filter: BoardFilter, sort: BoardSort): Board {
  const asked = askedWords(filter.words)
  const isShown = (item: FeedbackItem): boolean => passes(item, filter) && hasWords(item, asked, around)
  const order = orderBy(sort, around.agenda)
  const heads: FeedbackItem[] = []
  const under = new Map<string, FeedbackItem[]>()
  for (const item of inOrder(items)) {
    const head = headOf(items, item)
    if (head) under.set(head.id, [...(under.get(head.id) ?? []), item])
    else heads.push(item)
  }
  const rows = heads.sort(order).flatMap((head): BoardRow[] => {
    const members = under.get(head.id) ?? []
    const shown = members.filter(isShown).sort(order)
    if (shown.length === 0 && !isShown(head)) return []
    return [{ item: head, isUnder: false, alike: members.length }, ...shown.map((item) => ({ item, isUnder: true, alike: 0 }))]
  })
  return { rows, hidden: Object.keys(items).length - rows.length }
}

/** Whether `filter` hides anything at all. */
export function isFiltering(filter: BoardFilter): boolean {
  return askedWords(filter.words).length > 0 || Object.entries(filter).some(([name, value]) => name !== 'words' && value !== null)
}

function passes(item: FeedbackItem, filter: BoardFilter): boolean {
  const { side, label, status, force, severity, itemId, authorId } = filter
  return (
    (side === null || item.side === side) &&
    (label === null || item.label === label) &&
    (status === null || statusOf(item) === status) &&
    (force === null || (item.force ?? '') === force) &&
    (severity === null || (item.severity ?? '') === severity) &&
    (itemId === null || (item.itemId ?? '') === itemId) &&
    (authorId === null || (item.authorId ?? '') === authorId)
  )
}

function askedWords(words: string): string[] {
  return words.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
}

function hasWords(item: FeedbackItem, asked: readonly string[], around: Around): boolean {
  if (asked.length === 0) return true
  const author = item.authorId === null ? '' : (around.people[item.authorId]?.name ?? '')
  const text = [item.label, item.text, whereWords(item, around.materials), item.requestedChange, author]
    .join(' ')
    .toLocaleLowerCase('en')
  return asked.every((word) => text.includes(word))
}

type Order = (left: FeedbackItem, right: FeedbackItem) => number

/** Sorting is stable: what is equal stays in the order in which it was entered. */
function orderBy(sort: BoardSort, agenda: Collection<AgendaItem>): Order {
  const places = new Map([...numbersOf(agenda).keys()].map((id, at) => [id, at]))
  const last = places.size
  const by: Readonly<Record<BoardSort, Order>> = {
    entered: () => 0,
    newest: (left, right) => compare(right.order, left.order),
    agenda: (left, right) => placeOf(left) - placeOf(right),
    label: (left, right) => labels.indexOf(left.label) - labels.indexOf(right.label),
    status: (left, right) => feedbackStatuses.indexOf(statusOf(left)) - feedbackStatuses.indexOf(statusOf(right)),
    hands: (left, right) => (right.hands ?? -1) - (left.hands ?? -1),
  }
  const placeOf = ({ itemId }: FeedbackItem): number => places.get(itemId ?? '') ?? last
  return by[sort]
}
