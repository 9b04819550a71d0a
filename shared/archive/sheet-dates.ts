import { CalendarDate } from '@internationalized/date'
import { readDate } from '../scribe/dates'

type DayOrder = 'day' | 'month'

/** A cell with a date, and the date that is known already for the same line, if any. */
export interface DateCell {
  readonly cell: string
  readonly known: string | null
}

/** Two figures and a year; `12/18/26`, `18-12-2026`. A time of day behind it is none of the date. */
const figures = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T].*)?$/
const whole = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?: .*)?$/

/**
 * ACT11: reads the dates of one table. Spreadsheets write them as the machine is set: whether the day or the month stands first is told
 * by a figure above twelve, else by dates that are known already; where neither tells, such a cell is no date.
 */
export function sheetDates(cells: readonly DateCell[], today: string): (cell: string) => string | null {
  const order = orderOf(cells)
  return (cell) => {
    const [iso, isoYear, isoMonth, isoDay] = whole.exec(cell) ?? []
    if (iso !== undefined) return dateOf(isoYear, isoMonth, isoDay)
    const [point, day, month, year] = dotted.exec(cell) ?? []
    if (point !== undefined) return dateOf(year, month, day)
    if (figures.test(cell)) return order === null ? sameEither(cell) : inOrder(cell, order)
    if (/^\d{5}$/.test(cell)) return fromSerial(Number(cell))
    const said = readDate(cell, today)
    return said.kind === 'date' ? said.date : null
  }
}

function orderOf(cells: readonly DateCell[]): DayOrder | null {
  const written = cells.filter(({ cell }) => figures.test(cell))
  const possible = (['day', 'month'] as const).filter((order) => written.every(({ cell }) => inOrder(cell, order) !== null))
  if (possible.length === 1) return possible[0] ?? null // ACT11
  // Of the dates that nobody changed, one order gives back what is known.
  const known = (order: DayOrder) =>
    written.filter(({ cell, known: day }) => sameEither(cell) === null && inOrder(cell, order) === day).length
  const [days, months] = [known('day'), known('month')]
  return days === months ? null : days > months ? 'day' : 'month'
}

function inOrder(cell: string, order: DayOrder): string | null {
  const [, first, second, year] = figures.exec(cell) ?? []
  return order === 'day' ? dateOf(year, second, first) : dateOf(year, first, second)
}

/** `05/05/2026` is one day whatever the order. */
function sameEither(cell: string): string | null {
  const [day, month] = [inOrder(cell, 'day'), inOrder(cell, 'month')]
  return day === month ? day : null
}

function dateOf(year = '', month = '', day = ''): string | null {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1) return null
  const made = new CalendarDate(y, m, d)
  // The calendar takes the nearest day there is.
  return made.day === d ? made.toString() : null
}

/** Days since the end of 1899: what a spreadsheet writes for a date in a cell that is not set to show one. */
function fromSerial(days: number): string {
  return new CalendarDate(1899, 12, 30).add({ days }).toString()
}
