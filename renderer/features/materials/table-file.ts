import Papa from 'papaparse'
import { endingOf } from './kinds'
import { decodeText, type Piece } from './text-file'
import { Unreadable } from '../../pdf/unreadable'

export interface TableView {
  readonly header: readonly string[]
  /** The first rows, cut to the columns shown. */
  readonly rows: readonly (readonly string[])[]
  /** Rows below the header, as far as the file was read. */
  readonly rowCount: number
  readonly columnCount: number
  /** By column: whether it holds numbers, which stand right. */
  readonly numeric: readonly boolean[]
  readonly encoding: string
  readonly isWhole: boolean
}

const MOST_ROWS = 1_000
const MOST_COLUMNS = 100
const MOST_CELLS = 20_000
const MOST_CHARACTERS = 500

/** VIW4: a CSV or TSV as plain texts, never evaluated; its first rows and columns, with how many there are. */
export function parseTable(piece: Piece): TableView {
  const { text, encoding } = decodeText(piece)
  const head: string[][] = []
  let rowCount = -1
  let columnCount = 0
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: ['tsv', 'tab'].includes(endingOf(piece.name)) ? '\t' : '',
    skipEmptyLines: true,
    step: ({ data }) => {
      rowCount++
      columnCount = Math.max(columnCount, data.length)
      if (head.length <= MOST_ROWS) head.push(data.slice(0, MOST_COLUMNS).map(cut))
    },
  })
  // The last row of a piece may be half a row.
  if (!piece.isWhole && rowCount === head.length - 1) head.pop()
  const [first, ...below] = head
  if (!first) throw new Unreadable('it has no rows')
  const shown = Math.min(columnCount, MOST_COLUMNS)
  const rows = below.slice(0, Math.max(50, Math.floor(MOST_CELLS / shown)))
  const header = Array.from({ length: shown }, (_, column) => first[column] ?? '')
  return {
    header,
    rows,
    rowCount,
    columnCount,
    numeric: header.map((_, column) => isNumeric(rows, column)),
    encoding,
    isWhole: piece.isWhole,
  }
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text
}

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.slice(0, 50).flatMap((row) => row[column] || [])
  return (
    cells.length > 0 && cells.every((cell) => /^\s*[-+]?[\d.,]*\d[\d.,]*(e[-+]?\d+)?\s*%?\s*$/i.test(cell) || /^nan$/i.test(cell))
  )
}
