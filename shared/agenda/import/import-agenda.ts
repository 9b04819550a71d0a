import { DEEPEST_LEVEL } from '../outline'
import { type DraftItem, type ImportedAgenda, type LeftOut, LONGEST_TITLE, MOST_CHARACTERS, MOST_ITEMS } from './draft'
import { linesOf } from './lines'
import { namesOf } from './names'
import { rowsOfTree } from './rows'
import { scopeOf } from './scope'
import { agendaRows, separatedTable } from './table'
import { betweenMs } from './times'
import { treeOf } from './tree'
import { rowsOfTable, type Row } from './rows'

/**
 * AGN12: an agenda as people write it - Markdown, plain lines, CSV or TSV - as items; every other line is told with why it is none.
 * Never throws, and takes time in proportion to the text.
 * @param people full names of those in the review, to whom short names are matched.
 */
export function importAgenda(whole: string, people: readonly string[] = []): ImportedAgenda {
  const leftOut: LeftOut[] = []
  const text = whole.slice(0, MOST_CHARACTERS) // AGN13
  const leave = (out: LeftOut): void => void leftOut.push(out)
  const listed = people.map((name) => ({ name, aliases: [] }))
  const separated = separatedTable(text)
  const fromTable = separated && agendaRows(separated)
  let rows: readonly Row[]
  if (text.length < whole.length)
    leave({ line: text.split('\n').length, text: `${whole.length - text.length} characters`, why: 'many' })
  if (fromTable) rows = rowsOfTable(fromTable, namesOf(listed), leave)
  else {
    const scope = scopeOf(treeOf(linesOf(text, leave)), leave)
    rows = rowsOfTree(scope.nodes, namesOf([...listed, ...scope.people]), scope.isAgenda, leave)
  }
  const items = timed(rows).flatMap((row): DraftItem[] => {
    const why =
      row.title.length > LONGEST_TITLE ? 'long' : row.isEnd && row.startsAt !== null && row.plannedMs === null ? 'end' : null
    if (why === null) {
      const { endsAt: _endsAt, isEnd: _isEnd, ...item } = row
      return [item]
    }
    leave({ line: row.line, text: row.title.slice(0, 200), why })
    return []
  })
  for (const { line, title } of items.slice(MOST_ITEMS)) leave({ line, text: title, why: 'many' })
  return {
    items: steps(items.slice(0, MOST_ITEMS)),
    leftOut: leftOut.sort((left, right) => left.line - right.line),
  }
}

/** Minutes that only the clock times tell: from one start to the end, or to the next start. */
function timed(rows: readonly Row[]): Row[] {
  return rows.map((row, at) => {
    if (row.plannedMs !== null || row.startsAt === null) return row
    const until = row.endsAt ?? rows.slice(at + 1).find(({ startsAt }) => startsAt !== null)?.startsAt ?? null
    return { ...row, plannedMs: until === null ? null : betweenMs(row.startsAt, until) }
  })
}

/** No item deeper than one under the one before. */
function steps(items: readonly DraftItem[]): DraftItem[] {
  let before = -1
  return items.map((item) => {
    const level = Math.min(item.level, before + 1, DEEPEST_LEVEL)
    before = level
    return { ...item, level }
  })
}
