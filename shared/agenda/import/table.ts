import Papa from 'papaparse'
import { unguarded } from '../../review/unguarded'
import type { Line } from './lines'
import { durationMs, spanOf } from './times'

/** A row of a table that is an agenda, as its cells tell it. */
export interface TableRow {
  readonly line: number
  readonly text: string
  readonly level: number
  /** The cell of the title. */
  readonly title: string
  readonly presenter: string
  readonly minutes: string
  readonly start: string
  readonly end: string
  readonly kind: string
}

export type Table = readonly { readonly line: number; readonly cells: readonly string[] }[]

type Column = 'number' | 'title' | 'presenter' | 'minutes' | 'start' | 'end' | 'kind'

const headers: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:#|no\.?|nr\.?|number|item (?:no|nr|#)\.?|item number|id|pos\.?)$/i],
  ['minutes', /\b(?:min|mins|minutes|duration|length|allotted|allocated|planned|dauer|dur\.?)\b/i],
  ['end', /^(?:end|ends|to|until|finish|end time|bis)\b/i],
  ['start', /^(?:start|starts|from|begin|begins|when|clock|time|times|start time|time slot|slot|uhrzeit|von)\b/i],
  [
    'presenter',
    /^(?:presenters?|presented by|speakers?|who|leads?|leader|led by|owners?|by|responsible|facilitators?|host|person|wer)\b/i,
  ],
  ['kind', /^(?:kind|type|format|purpose)\b/i],
  [
    'title',
    /^(?:agenda|agenda items?|items?|topics?|titles?|subjects?|what|activity|session|sessions?|discussion|description|point|thema|content|presentation|talk|event)\b/i,
  ],
]
const people = /^(?:names?|attendees?|participants?|e-?mail|organi[sz]ation|affiliation|company|github|location|phone)\b/i

/** The pipe table of some lines; the row of dashes is left out. */
export function pipeTable(rows: readonly Line[]): Table {
  return rows.flatMap(({ number, text }) =>
    /^\s*\|?\s*:?-{2,}/.test(text) && !/[\p{L}\p{N}]/u.test(text)
      ? []
      : [
          {
            line: number,
            cells: text
              .trim()
              .replace(/^\||(?<!\\)\|$/g, '')
              .split(/(?<!\\)\|/)
              .map((cell) => cell.trim()),
          },
        ],
  )
}

/** Rows of separated values with something in them, each with the line on which it begins. */
export function filledRows(text: string, delimiter: string): Table {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter })
  let line = 1
  const table = data.map((cells) => {
    const at = line
    line += cells.join(delimiter).split('\n').length
    return { line: at, cells: cells.map((cell) => unguarded(cell.trim())) }
  })
  return table.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** The text as comma, semicolon or tab separated values; null when it is none of them. */
export function separatedTable(text: string): Table | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  // Commas in lists are commas.
  const isMarkdown = lines.filter((line) => /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\|)/.test(line)).length * 2 > lines.length
  for (const delimiter of isMarkdown ? ['\t'] : ['\t', ';', ',']) {
    if (!text.includes(delimiter)) continue
    const filled = filledRows(text, delimiter)
    const width = filled[0]?.cells.length ?? 0
    const isEven = filled.filter(({ cells }) => cells.length === width).length >= filled.length * 0.8
    if (width < 2 || filled.length < 2 || !isEven) continue
    const columns = columnsOf(filled)
    if (columns && (filled[0]?.cells.some((cell) => columnOf(cell) === 'title') || hasTimes(filled))) return filled
  }
  return null
}

const isTime = (cell: string): boolean => durationMs(cell) !== null || spanOf(cell) !== null
const hasTimes = (table: Table): boolean =>
  table.filter(({ cells }) => cells.some(isTime)).length >= Math.max(2, Math.ceil(table.length * 0.6))

const columnOf = (cell: string): Column | null => {
  const plain = cell.replace(/[*_`]/g, '').trim()
  return headers.find(([, pattern]) => pattern.test(plain) && plain.length <= 40)?.[0] ?? null
}

/** Which column holds what; null when the table is no agenda. */
function columnsOf(table: Table): { readonly of: Partial<Record<Column, number>>; readonly hasHeader: boolean } | null {
  const [first] = table
  if (!first) return null
  const of: Partial<Record<Column, number>> = {}
  first.cells.forEach((cell, at) => {
    const column = columnOf(cell)
    if (column) of[column] ??= at
  })
  if (of.title !== undefined) return { of, hasHeader: true }
  if (first.cells.some((cell) => people.test(cell.replace(/[*_`]/g, '').trim()))) return null
  const hasHeader = Object.keys(of).length > 0 && !first.cells.some(isTime)
  const body = hasHeader ? table.slice(1) : table
  if (!hasHeader && !hasTimes(body)) return null
  // Without a header the longest texts are the titles, and minutes and clock times are told by their form.
  const width = Math.max(...body.map(({ cells }) => cells.length))
  const share = (at: number, is: (cell: string) => boolean) =>
    body.filter(({ cells }) => is(cells[at] ?? '')).length / body.length
  const free = Array.from({ length: width }, (_, at) => at).filter((at) => !Object.values(of).includes(at))
  for (const at of free) {
    if (of.start === undefined && share(at, (cell) => spanOf(cell) !== null) > 0.5) of.start = at
    else if (of.minutes === undefined && share(at, (cell) => durationMs(cell) !== null) > 0.5) of.minutes = at
    else if (of.number === undefined && share(at, (cell) => /^\d{1,2}(?:\.\d{1,2})*\.?$/.test(cell)) > 0.5) of.number = at
  }
  const lengthAt = (at: number) => body.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0)
  const texts = free.filter((at) => !Object.values(of).includes(at) && lengthAt(at) > 0)
  const [longest] = [...texts].sort((left, right) => lengthAt(right) - lengthAt(left))
  if (longest === undefined) return null
  of.title = longest
  const other = texts.find((at) => at !== longest)
  if (of.presenter === undefined && other !== undefined) of.presenter = other
  return { of, hasHeader }
}

/** The rows of a table that is an agenda; null when it is none. */
export function agendaRows(table: Table): TableRow[] | null {
  const columns = columnsOf(table)
  if (!columns) return null
  const { of, hasHeader } = columns
  return (hasHeader ? table.slice(1) : table).map(({ line, cells }) => {
    const at = (column: Column) => (of[column] === undefined ? '' : (cells[of[column]] ?? '').replace(/\s+/g, ' '))
    const number =
      /^\d{1,2}((?:\.\d{1,2})*)\.?$/.exec(at('number') || (/^\d[\d.]*(?=\s)/.exec(at('title'))?.[0] ?? ''))?.[1] ?? ''
    const level = Math.min(2, number.split('.').filter((part) => part !== '' && part !== '0').length)
    const [minutes, start] =
      durationMs(at('start')) !== null && at('minutes') === '' ? [at('start'), ''] : [at('minutes'), at('start')]
    return {
      line,
      text: cells.join(' | '),
      level,
      title: at('title'),
      presenter: at('presenter'),
      minutes: /^\d{1,4}$/.test(minutes) ? `${minutes} min` : minutes,
      start,
      end: at('end'),
      kind: at('kind').toLowerCase(),
    }
  })
}

/** The names in a table of people; null when it is none. */
export function peopleRows(table: Table): { readonly name: string; readonly aliases: readonly string[] }[] | null {
  const [first, ...rest] = table
  const at =
    first?.cells.findIndex((cell) => /^(?:names?|attendees?|participants?|who|person)\b/i.test(cell.replace(/[*_`]/g, ''))) ?? -1
  if (!first || at < 0 || columnOf(first.cells[at === 0 ? 1 : 0] ?? '') === 'title') return null
  const handle = first.cells.findIndex((cell) => /^(?:git ?hub|handle|nick|irc|initials)\b/i.test(cell))
  return rest.flatMap(({ cells }) => {
    const person = personOf(cells[at] ?? '')
    return person ? [{ name: person.name, aliases: [...person.aliases, handle < 0 ? '' : (cells[handle] ?? '')] }] : []
  })
}

/** `Lee Byron (Host)` and the like. */
export function personOf(written: string): { readonly name: string; readonly aliases: readonly string[] } | null {
  const plain = written.replace(/\\?\*|[_`~]/g, '').replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
  const role = /\(([^()]{2,30})\)/.exec(plain)?.[1]
  const name =
    plain
      .replace(/\(.*$/, '')
      .split(/\s[-\u2013\u2014|]\s|[,:;<@]/)[0]
      ?.replace(/[^\p{L}\p{M}'\u2019. -]|[\ufe0e\ufe0f]/gu, '')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  return name === '' || name.length > 60 || name.split(' ').length > 5
    ? null
    : { name, aliases: role === undefined ? [] : [role] }
}
