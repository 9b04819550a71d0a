/** A spreadsheet's guard before what looks like a formula is no part of the text. */
export function unguarded(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell
}
