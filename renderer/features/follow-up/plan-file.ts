import Papa from 'papaparse'
import { safeFileName } from '../../../shared/archive/names'
import { actionTable } from '../../../shared/archive/tables'
import type { RecordState } from '../../../shared/record/state'

/** ARC6: no cell that a spreadsheet would read as a formula. */
const escapeFormulae = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** The plan as a file that spreadsheets open and that comes back (ACT9). */
export function planFile(record: RecordState): File {
  const text = Papa.unparse(actionTable({ record }) as string[][], { escapeFormulae, newline: '\r\n' })
  const name = safeFileName(`${record.review['review']?.title ?? 'Review'} - actions.csv`)
  return new File([`\ufeff${text}\r\n`], name, { type: 'text/csv;charset=utf-8' })
}

/** The plan for the clipboard: cells between tabs, as spreadsheets exchange them. */
export function planForClipboard(record: RecordState): string {
  return Papa.unparse(actionTable({ record }) as string[][], { escapeFormulae, delimiter: '\t', newline: '\r\n' })
}
