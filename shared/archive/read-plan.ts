import Papa from 'papaparse'
import { editAction, editActionInput } from '../actions/action-verbs'
import type { ActionItem } from '../actions/action'
import { actionSchema } from '../actions/action'
import type { Context } from '../context'
import type { RecordState } from '../record/state'
import type { VerbInput } from '../record/verbs'
import { unguarded } from '../review/unguarded'
import { actionColumns, type ActionColumn, type PlanPatch, type PlanWhy } from './action-columns'
import { sheetDates } from './sheet-dates'

/** A cell that says something else than the plan. */
export interface CellChange {
  readonly column: string
  readonly before: string
  readonly after: string
}

interface PlanLine {
  /** As a spreadsheet counts its rows. */
  readonly line: number
  readonly changes: readonly CellChange[]
}

export interface EditedLine extends PlanLine {
  readonly number: number
  readonly edit: VerbInput<'editAction'>
}

export interface AddedLine extends PlanLine {
  readonly add: VerbInput<'importActions'>['added'][number]
}

export interface LeftOutLine {
  readonly line: number
  readonly text: string
  readonly why: PlanWhy
}

export interface PlanTable {
  /** False: the text is no table of actions. */
  readonly isPlan: boolean
  readonly edited: readonly EditedLine[]
  readonly added: readonly AddedLine[]
  readonly leftOut: readonly LeftOutLine[]
  /** Lines that say what the plan says. */
  readonly unchanged: number
}

interface Row {
  readonly line: number
  readonly cell: (title: string) => string | undefined
}

const noPlan: PlanTable = { isPlan: false, edited: [], added: [], leftOut: [], unchanged: 0 }
const longestShown = 120

/** ACT9, ACT10: what an edited table of the plan would bring, line by line. Nothing is changed here. */
export function readPlan(text: string, record: RecordState, today: string): PlanTable {
  const rows = rowsOf(text)
  if (!rows) return noPlan
  // An id is whatever somebody typed, also a name that every object has.
  const actionOf = (row: Row): ActionItem | undefined => {
    const id = row.cell('Id') ?? ''
    return Object.hasOwn(record.actions, id) ? record.actions[id] : undefined
  }
  const dateOf = sheetDates(
    rows.map((row) => ({ cell: row.cell('Due') ?? '', known: actionOf(row)?.due ?? null })),
    today,
  )
  const isClosed = record.review['review']?.status === 'closed'
  const seen = new Set<string>()
  const edited: EditedLine[] = []
  const added: AddedLine[] = []
  const leftOut: LeftOutLine[] = []
  let unchanged = 0

  for (const row of rows) {
    const leave = (why: PlanWhy, words: string) => {
      leftOut.push({ line: row.line, text: words.slice(0, longestShown), why })
    }
    const id = row.cell('Id') ?? ''
    const action = actionOf(row)
    if (id !== '' && !action) leave('id', id)
    else if (id !== '' && seen.has(id)) leave('twice', row.cell('Action') ?? id)
    else if (id === '' && isTaken(row.cell('Number'), record.actions)) leave('number', `Number ${row.cell('Number')}`)
    else {
      seen.add(id)
      const { patch, changes, problem } = readLine(row, action, { record, dateOf })
      if (problem) leave(problem.why, problem.words)
      else if (changes.length === 0) unchanged += action ? 1 : 0
      else if (action) {
        const edit = { actionId: action.id, ...patch }
        const why = refusedBecause(edit, record)
        if (why) leave(why, `Action ${action.number}`)
        else edited.push({ line: row.line, number: action.number, edit, changes })
      } else {
        const add = { what: '', ...patch }
        const why = isClosed ? 'closed' : refusedBecause({ actionId: '', ...add }, withNew(record))
        if (why) leave(why, add.what === '' ? (changes[0]?.after ?? '') : add.what)
        else added.push({ line: row.line, add, changes })
      }
    }
  }
  return { isPlan: true, edited, added, leftOut, unchanged } // ACT10
}

/** A number without an id would make the action a second time. */
function isTaken(number: string | undefined, actions: RecordState['actions']): boolean {
  return number !== undefined && Object.values(actions).some((action) => String(action.number) === number)
}

interface LineReading {
  readonly patch: PlanPatch
  readonly changes: readonly CellChange[]
  readonly problem: { readonly why: PlanWhy; readonly words: string } | null
}

/** A cell that says what would be written there changes nothing, whatever it would be read as. */
function readLine(
  row: Row,
  action: ActionItem | undefined,
  context: Parameters<NonNullable<ActionColumn['read']>>[1],
): LineReading {
  let patch: PlanPatch = {}
  const changes: CellChange[] = []
  for (const { title, write, read } of actionColumns) {
    const cell = row.cell(title)
    const before = action ? written(write(action, context.record)) : ''
    if (!read || cell === undefined || cell === before) continue // ACT9
    const reading = read(cell, context)
    if (!reading.ok) return { patch, changes, problem: { why: reading.why, words: `${title}: ${cell}` } }
    const after = written(write({ ...(action ?? blankAction), ...reading.patch }, context.record))
    if (Object.keys(reading.patch).length === 0 || after === before) continue
    patch = { ...patch, ...reading.patch }
    changes.push({ column: title, before, after })
  }
  return { patch, changes, problem: null }
}

const blankAction = actionSchema.parse({
  ...{ id: 'new', order: 'a0', number: 1, what: '', createdAt: 0 },
  source: { kind: 'review', id: null },
})

/** The record in which a line without an id would be tried. */
function withNew(record: RecordState): RecordState {
  return { ...record, actions: { ...record.actions, '': { ...blankAction, what: 'new' } } }
}

const whyOf: Readonly<Record<string, PlanWhy>> = { ACT1: 'what', ACT2: 'verifier', ACT3: 'kept', ACT7: 'supporters' }
const nobody: Context = {
  now: 0,
  newId: () => '',
  actor: { personId: null, name: '' },
  operator: { personId: null, name: '' },
}

/** The rules are the verb's own: it is asked, and nothing of its answer kept. */
function refusedBecause(edit: VerbInput<'editAction'>, record: RecordState): PlanWhy | null {
  if (!editActionInput.safeParse({ ...edit, actionId: edit.actionId || 'new' }).success) return 'long'
  const tried = editAction({ record }, edit, nobody)
  return tried.ok ? null : (whyOf[tried.error.rule] ?? 'value')
}

/** As a cell reads when it comes back: line ends of one kind, no blanks around, no guard. */
function written(text: string): string {
  return unguarded(text.replace(/\r\n?/g, '\n').trim()).trim()
}

const plainTitle = (cell: string): string => cell.replace(/\s+/g, ' ').trim().toLowerCase()
const titleOf = (cell: string): string | undefined =>
  actionColumns.find(({ title, aliases = [] }) => [title, ...aliases].some((name) => name.toLowerCase() === plainTitle(cell)))
    ?.title

/** The lines of the table; null when no separator gives columns of the plan. */
function rowsOf(text: string): Row[] | null {
  // Excel's own first line that names the separator is no row of the table.
  const plain = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '')
  const tables = [',', ';', '\t'].map((delimiter) => Papa.parse<string[]>(plain, { delimiter }).data)
  const titlesOf = (table: readonly (readonly string[])[]) => headOf(table)?.cells.map(titleOf) ?? []
  const count = (table: readonly (readonly string[])[]) => titlesOf(table).filter((title) => title !== undefined).length
  const [best] = [...tables].sort((left, right) => count(right) - count(left))
  const head = best && headOf(best)
  const titles = best ? titlesOf(best) : []
  if (!best || !head || !(titles.includes('Action') || (titles.includes('Id') && count(best) > 1))) return null
  return best.flatMap((cells, at): Row[] => {
    if (at <= head.at || cells.every((cell) => cell.trim() === '')) return []
    const of = new Map(titles.flatMap((title, place) => (title === undefined ? [] : [[title, written(cells[place] ?? '')]])))
    return [{ line: at + 1, cell: (title) => of.get(title) }]
  })
}

function headOf(table: readonly (readonly string[])[]): { readonly at: number; readonly cells: readonly string[] } | undefined {
  const at = table.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  const cells = table[at]
  return cells && { at, cells }
}
