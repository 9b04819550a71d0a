import { type ActionItem, actionStatuses, priorities, type Supporter } from '../actions/action'
import { nameOf, priorityWords, sourceWords, statusWords } from '../record/words'
import type { RecordState } from '../record/state'
import { inOrder } from '../review/fields'
import { type Material, versionOf } from '../review/materials'
import { folded, matchPerson } from '../scribe/names'

/** Why a line of a table is left out. */
export type PlanWhy =
  | 'id'
  | 'twice'
  | 'number'
  | 'what'
  | 'person'
  | 'several'
  | 'date'
  | 'value'
  | 'material'
  | 'verifier'
  | 'kept'
  | 'supporters'
  | 'long'
  | 'closed'

export type PlanPatch = Partial<
  Pick<
    ActionItem,
    | 'what'
    | 'ownerId'
    | 'due'
    | 'status'
    | 'priority'
    | 'verifierId'
    | 'supporters'
    | 'acceptanceTest'
    | 'evidence'
    | 'evidenceMaterialId'
    | 'notes'
  >
>

/** What a cell means, or why it means nothing. */
export type CellReading = { readonly ok: true; readonly patch: PlanPatch } | { readonly ok: false; readonly why: PlanWhy }

export interface CellContext {
  readonly record: RecordState
  /** Reads a date as this table writes dates; null: it is none. */
  readonly dateOf: (cell: string) => string | null
}

export interface ActionColumn {
  readonly title: string
  /** Other names under which people write the column. */
  readonly aliases?: readonly string[]
  readonly write: (action: ActionItem, record: RecordState) => string
  /** Absent: the column tells, and is not read. */
  readonly read?: (cell: string, context: CellContext) => CellReading
}

const means = (patch: PlanPatch): CellReading => ({ ok: true, patch })
const not = (why: PlanWhy): CellReading => ({ ok: false, why })

/** ACT9: the columns of the action plan as a table, each with how it is written and read: the only list. */
export const actionColumns: readonly ActionColumn[] = [
  { title: 'Number', aliases: ['no', 'no.', 'nr', '#'], write: ({ number }) => String(number) },
  { title: 'Action', aliases: ['what'], write: ({ what }) => what, read: (what) => means({ what }) },
  {
    title: 'Owner',
    write: ({ ownerId }, { people }) => nameOf(ownerId, people, ''),
    read: (cell, { record }) => person(cell, record, (ownerId) => ({ ownerId })),
  },
  {
    title: 'Due',
    aliases: ['due date', 'due on'],
    write: ({ due }) => due ?? '',
    read: (cell, { dateOf }) => {
      const due = cell === '' ? null : dateOf(cell)
      return due === null && cell !== '' ? not('date') : means({ due })
    },
  },
  {
    title: 'Status',
    aliases: ['state'],
    write: ({ status }) => statusWords[status],
    read: (cell) => oneOf(cell, actionStatuses, statusWords, (status) => ({ status })),
  },
  {
    title: 'Priority',
    write: ({ priority }) => priorityWords[priority],
    read: (cell) => oneOf(cell, priorities, priorityWords, (priority) => ({ priority })),
  },
  {
    title: 'Verifier',
    write: ({ verifierId }, { people }) => nameOf(verifierId, people, ''),
    read: (cell, { record }) => person(cell, record, (verifierId) => ({ verifierId })),
  },
  {
    title: 'Supporters',
    write: ({ supporters }, { people }) => supporters.map((one) => supporterWords(one, people)).join('\n'),
    read: supportersOf,
  },
  {
    title: 'Acceptance test',
    write: ({ acceptanceTest }) => acceptanceTest,
    read: (acceptanceTest) => means({ acceptanceTest }),
  },
  { title: 'Evidence', write: ({ evidence }) => evidence, read: (evidence) => means({ evidence }) },
  {
    title: 'Evidence material',
    write: ({ evidenceMaterialId }, { materials }) =>
      evidenceMaterialId === null ? '' : materialWords(materials[evidenceMaterialId], materials),
    read: (cell, { record: { materials } }) => {
      if (cell === '') return means({ evidenceMaterialId: null })
      const found = inOrder(materials).filter((one) => materialWords(one, materials) === cell)
      return found.length === 1 && found[0] ? means({ evidenceMaterialId: found[0].id }) : not('material')
    },
  },
  { title: 'Notes', write: ({ notes }) => notes, read: (notes) => means({ notes }) },
  { title: 'Source', write: (action, record) => sourceWords(action, record) },
  { title: 'Id', write: ({ id }) => id },
]

/** `Ada: two days of computing`. */
export function supporterWords({ personId, offer }: Supporter, people: RecordState['people']): string {
  const name = nameOf(personId, people)
  return offer === '' ? name : `${name}: ${offer}`
}

/** A material with its version, where it replaces another: `report.pdf, version 2`. */
export function materialWords(material: Material | undefined, materials: RecordState['materials']): string {
  if (!material) return 'Removed material'
  const version = versionOf(material, materials)
  return version === 1 ? material.name : `${material.name}, version ${version}`
}

function person(cell: string, { people }: RecordState, patch: (id: string | null) => PlanPatch): CellReading {
  if (cell === '') return means(patch(null))
  const found = whoIs(cell, people)
  return found.kind === 'one' ? means(patch(found.id)) : not(found.kind === 'several' ? 'several' : 'person')
}

/** A name written as it stands means that person, whatever else the words could mean. */
function whoIs(words: string, people: RecordState['people']): ReturnType<typeof matchPerson> {
  const same = Object.values(people).filter(({ name }) => name === words)
  return same.length === 1 && same[0] ? { kind: 'one', id: same[0].id } : matchPerson(words, Object.values(people))
}

function oneOf<Key extends string>(
  cell: string,
  keys: readonly Key[],
  words: Readonly<Record<Key, string>>,
  patch: (key: Key) => PlanPatch,
): CellReading {
  if (cell === '') return means({})
  const found = keys.find((key) => [key, words[key]].some((word) => folded(word) === folded(cell)))
  return found === undefined ? not('value') : means(patch(found))
}

/** One in each line: a name, a colon, what is offered. A name may have colons in it, so the longest that fits counts. */
function supportersOf(cell: string, { record: { people } }: CellContext): CellReading {
  const supporters: Supporter[] = []
  for (const line of cell.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const named = Object.values(people)
      .filter(({ name }) => line === name || line.startsWith(`${name}:`))
      .sort((left, right) => right.name.length - left.name.length)
    const [before = '', ...after] = line.split(':')
    const name = named[0]?.name ?? before.trim()
    const who = whoIs(name, people)
    if (who.kind !== 'one') return not(who.kind === 'several' ? 'several' : 'person')
    supporters.push({ personId: who.id, offer: (named[0] ? line.slice(name.length + 1) : after.join(':')).trim() })
  }
  return means({ supporters })
}
