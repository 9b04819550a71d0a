import { numbersOf } from '../agenda/outline'
import type { Instant } from '../context'
import type { LogLine } from './commit'
import { doneWord, doneWords } from './done-words'
import { chainOrder } from './log'
import type { RecordState } from './state'
import { makeTurns, type Turn } from './stood'
import type { VerbName } from './verbs'
import { attendanceWords, itemStatusWords, outcomeWords, statusWords } from './words'

/** LOG6: one entry of the log, for people. */
export interface HistoryEntry {
  readonly hash: string
  readonly at: Instant
  /** On whose behalf, null where nobody was named; and whose hands where they were another's. */
  readonly actor: string | null
  readonly operator: string | null
  /** LOG8: what was done: `Action added`. */
  readonly act: string
  /** What it was done to, as that is called today; '' where the act says it all. */
  readonly subject: string
  /** `due: 2026-12-04`: fields whose values the log keeps. */
  readonly details: readonly string[]
  /** LOG7: agenda items it touches. */
  readonly itemIds: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>
interface Touched {
  readonly collection: string
  readonly id: string
  /** What the record or, for what is gone, the log knows of it. */
  readonly fields: Fields
  readonly isRemoved: boolean
}

/** LOG6: the log in its order, the oldest first. Names and texts are those of `record` as it is now; the log has none. */
export function historyOf(lines: readonly LogLine[], record: RecordState): HistoryEntry[] {
  const numbers = numbersOf(record.agenda)
  const gone = new Map<string, Fields>()
  const turnsOf = makeTurns()
  return chainOrder(lines).map((line) => {
    const { hash, entry, payload } = line
    const changes = payload?.changes ?? []
    const touched = changes.filter(({ doc }) => doc === 'record').map(({ path, after }) => touch(path, after, record, gone))
    const desk = changes.filter(({ doc }) => doc === 'desk')
    // Of the desk a private note tells its item, and nothing else tells anything (LOG4).
    const noted = desk.flatMap(({ path: [collection, id = ''] }) => (collection === 'notes' ? [id] : []))
    const itemIds = [...new Set([...touched.flatMap(itemsOf), ...noted])].filter((id) => record.agenda[id] !== undefined)
    return {
      hash,
      at: entry.at,
      actor: personWords(entry.actor, record),
      operator: entry.operator === entry.actor ? null : (personWords(entry.operator, record) ?? 'somebody not named'),
      act: actWords(entry.verb, turnsOf(line)),
      subject: subjectWords(touched, itemIds, record, numbers),
      details: changes.flatMap(({ doc, path: [, , field = ''], after }) =>
        doc === 'record' ? detailWords(field, after, record) : [],
      ),
      itemIds,
    }
  })
}

/** LOG7: entries about an agenda item, or all; and of those the ones in which every word of `query` stands. */
export function foundIn(entries: readonly HistoryEntry[], itemId: string | null, query: string): readonly HistoryEntry[] {
  const words = query.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (itemId !== null && !entry.itemIds.includes(itemId)) return false
    const text = [entry.actor ?? nobodyWords, entry.operator ?? '', entry.act, entry.subject, ...entry.details]
      .join(' ')
      .toLocaleLowerCase('en')
    return words.every((word) => text.includes(word))
  })
}

function touch(path: readonly string[], after: unknown, record: RecordState, gone: Map<string, Fields>): Touched {
  const [collection = '', id = '', field] = path
  const key = `${collection}/${id}`
  const now = (record as unknown as Record<string, Record<string, Fields> | undefined>)[collection]?.[id]
  const told = field === undefined ? (after as Fields | null) : { [field]: after }
  if (told) gone.set(key, { ...gone.get(key), ...told })
  return { collection, id, fields: now ?? gone.get(key) ?? {}, isRemoved: now === undefined }
}

function itemsOf({ collection, id, fields }: Touched): string[] {
  const itemId = fields['itemId']
  return [...(collection === 'agenda' ? [id] : []), ...(typeof itemId === 'string' ? [itemId] : [])]
}

const titled = ['title', 'name', 'what', 'term', 'text', 'statement'] as const

/** What is named, of the first thing with a name; what is numbered, by its item. */
function subjectWords(
  touched: readonly Touched[],
  itemIds: readonly string[],
  record: RecordState,
  numbers: ReadonlyMap<string, string>,
): string {
  const own = touched.filter(({ collection }) => collection !== 'agenda' && collection !== 'review' && collection !== 'timer')
  const [first] = own
  if (first) {
    const words = nameWords(first, record)
    // What came with it is another kind of thing: the action of a condition, the finding's answer.
    const alike = new Set(own.flatMap(({ collection, id }) => (collection === first.collection ? [id] : [])))
    if (words !== '') return alike.size > 1 ? `${words} and others` : words
  }
  const [itemId] = itemIds
  if (itemId !== undefined) {
    const item = `${numbers.get(itemId) ?? ''} ${record.agenda[itemId]?.title ?? ''}`.trim()
    return itemIds.length > 1 ? `${item} and others` : item
  }
  return touched.some(({ collection, isRemoved }) => isRemoved && collection !== 'timer') ? 'removed since' : ''
}

function nameWords({ collection, id, fields, isRemoved }: Touched, record: RecordState): string {
  if (isRemoved) return 'removed since'
  if (collection === 'preparations') return record.people[id]?.name ?? ''
  const name = titled.map((field) => fields[field]).find((value) => typeof value === 'string' && value !== '')
  return typeof name === 'string' ? name : ''
}

const states = new Map(Object.entries({ ...statusWords, ...itemStatusWords, ...outcomeWords, ...attendanceWords }))

/** Fields that say by their value what was done, and what people call them. */
const telling = new Map(
  Object.entries({
    status: 'status',
    outcome: 'outcome',
    attendance: 'attendance',
    due: 'due',
    priority: 'priority',
    ownerId: 'owner',
    verifierId: 'verifier',
    presenterId: 'presenter',
    label: 'label',
    force: 'force',
    severity: 'severity',
    reviewBy: 'review by',
  }),
)

function detailWords(field: string, after: unknown, record: RecordState): string[] {
  const name = telling.get(field)
  if (!name || (typeof after !== 'string' && after !== null)) return []
  if (after === null || after === '') return [`${name}: none`]
  const value = field.endsWith('Id') ? (record.people[after]?.name ?? 'somebody removed') : (states.get(after) ?? after)
  return [`${name}: ${value}`]
}

export const nobodyWords = 'Nobody named'

function personWords(ref: string, record: RecordState): string | null {
  return ref.startsWith('name:') ? ref.slice(5) || null : (record.people[ref]?.name ?? 'Somebody removed')
}

const CREATING = 'createReview'

/** A verb of a newer program is told by its own name. */
function actWords(verb: string, turnOf: (field: string) => Turn | null): string {
  const [, way, name = verb] = /^(undo|redo):(.*)$/s.exec(verb) ?? []
  const known = Object.hasOwn(doneWords, name) ? doneWord(name as VerbName, turnOf) : name
  const done = name === CREATING ? 'Review made' : known
  return way === undefined ? done : `${way === 'undo' ? 'Undone' : 'Redone'}: ${done}`
}
