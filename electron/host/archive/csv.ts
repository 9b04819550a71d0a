import { stringify } from 'csv-stringify/sync'
import type { Table } from '../../../shared/archive/tables'

/** ARC6: a table as CSV (RFC 4180) that spreadsheets open as text: a byte order mark for the letters, and no cell that is read as a formula. */
export function csvText(table: Table): string {
  return stringify(
    table.map((row) => [...row]),
    // A line end within a cell would be taken for the end of the row.
    { bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  )
}
