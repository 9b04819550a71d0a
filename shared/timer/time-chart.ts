import { scaleLinear } from 'd3-scale'
import type { AgendaItem } from '../agenda/item'
import { numbersOf } from '../agenda/outline'
import type { Collection } from '../review/fields'
import { svgName, svgNumber, svgText } from '../review/svg'
import type { LedgerRow } from './ledger'

/** What a row of the chart tells: times in ms. */
export interface TimeRow {
  readonly label: string
  readonly plannedMs: number
  readonly extendedMs: number
  readonly actualMs: number
}

export interface TimeChart {
  /** The whole picture: names, bars, minutes. */
  readonly svg: string
  /** Only the bars, one strip per row, for a page that sets the words itself. */
  readonly bars: string
  /** Names as they have room. */
  readonly names: readonly string[]
  /** Minutes of each row: `14 of 12 min`. */
  readonly values: readonly string[]
  /** What the picture shows, for those who do not see it. */
  readonly words: string
  readonly legend: string
}

/** Rows of the chart from those of the ledger, named by number and title. */
export function chartRows(agenda: Collection<AgendaItem>, rows: readonly LedgerRow[]): TimeRow[] {
  const numbers = numbersOf(agenda)
  return rows.map(({ itemId, plannedMs, extendedMs, actualMs }) => {
    const item = agenda[itemId]
    return { label: item ? `${numbers.get(itemId)}. ${item.title}` : 'Removed item', plannedMs, extendedMs, actualMs }
  })
}

const WIDTH = 680
const ROW = 26
const NAMES = 220
const VALUES = 92
const AXIS = 20
const OVER = '#c4320a'

const minutes = (ms: number): number => Math.round(ms / 60_000)
const allotted = ({ plannedMs, extendedMs }: TimeRow): number => Math.max(0, plannedMs + extendedMs)

/** RND9: planned against taken time per item; null while no item took half a minute, because there is nothing to compare. */
export function timeChart(rows: readonly TimeRow[]): TimeChart | null {
  if (!rows.some(({ actualMs }) => minutes(actualMs) > 0)) return null
  const longest = Math.max(...rows.map((row) => Math.max(allotted(row), row.plannedMs, row.actualMs)))
  const over = rows.filter((row) => minutes(row.actualMs) > minutes(allotted(row)))
  const values = rows.map((row) => `${minutes(row.actualMs)} of ${minutes(allotted(row))} min`)
  const sum = (of: (row: TimeRow) => number) => minutes(rows.reduce((total, row) => total + of(row), 0))
  const words =
    `Planned against taken time of ${rows.length} ${rows.length === 1 ? 'item' : 'items'}: ` +
    `${sum(({ actualMs }) => actualMs)} of ${sum(allotted)} minutes; ${over.length === 0 ? 'none' : over.length} took longer than allotted.`
  return {
    svg: whole(rows, longest, values, words),
    bars: strips(rows, longest),
    names: rows.map(({ label }) => svgName(label)),
    values,
    words,
    legend: LEGEND,
  }
}

const LEGEND = 'Pale: planned, with what was added. Dark: taken; red beyond what was allotted.'

function whole(rows: readonly TimeRow[], longest: number, values: readonly string[], words: string): string {
  const scale = scaleLinear([0, longest], [NAMES, WIDTH - VALUES])
  const ticks = scaleLinear([0, longest / 60_000], [NAMES, WIDTH - VALUES]).ticks(5)
  const height = rows.length * ROW + AXIS
  const grid = ticks.map((tick) => {
    const x = svgNumber(scale(tick * 60_000))
    return (
      `<line x1="${x}" x2="${x}" y1="0" y2="${height - AXIS}" stroke="currentColor" stroke-opacity=".14"/>` +
      `<text x="${x}" y="${height - 5}" text-anchor="middle" fill-opacity=".7">${tick}</text>`
    )
  })
  const lines = rows.map((row, at) => {
    const middle = at * ROW + ROW / 2
    return (
      `<text x="${NAMES - 10}" y="${middle + 4}" text-anchor="end">${svgText(svgName(row.label))}</text>` +
      barsOf(row, middle, scale) +
      `<text x="${WIDTH}" y="${middle + 4}" text-anchor="end" fill-opacity=".7">${values[at] ?? ''}</text>`
    )
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="time-chart" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `role="img" aria-label="${svgText(words)}" font-size="12" fill="currentColor">${grid.join('')}${lines.join('')}</svg>`
  )
}

function strips(rows: readonly TimeRow[], longest: number): string {
  const scale = scaleLinear([0, longest], [0, WIDTH])
  const bars = rows.map((row, at) => barsOf(row, at * ROW + ROW / 2, scale))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${rows.length * ROW}">${bars.join('')}</svg>`
}

function barsOf(row: TimeRow, middle: number, scale: (ms: number) => number): string {
  const bar = (from: number, to: number, half: number, paint: string) =>
    to > from
      ? `<rect x="${svgNumber(scale(from))}" y="${middle - half}" width="${svgNumber(scale(to) - scale(from))}" height="${2 * half}" ${paint}/>`
      : ''
  const limit = allotted(row)
  return (
    bar(0, Math.min(row.plannedMs, limit), 8, 'fill="currentColor" fill-opacity=".16"') +
    bar(row.plannedMs, limit, 8, 'fill="currentColor" fill-opacity=".08" stroke="currentColor" stroke-opacity=".3"') +
    bar(0, Math.min(row.actualMs, limit), 3, 'fill="currentColor" fill-opacity=".85"') +
    bar(limit, row.actualMs, 3, `fill="${OVER}"`)
  )
}
