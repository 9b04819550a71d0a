import { scaleLinear } from 'd3-scale'
import { compare } from '../review/fields'
import { svgName, svgNumber, svgText } from '../review/svg'
import type { ActionItem } from './action'
import { isOverdue } from './action-verbs'

export const progressKinds = ['completed', 'in-process', 'open', 'overdue'] as const
export type ProgressKind = (typeof progressKinds)[number]

export interface ProgressRow {
  readonly label: string
  readonly counts: Readonly<Record<ProgressKind, number>>
}

export interface ProgressChart {
  readonly svg: string
  readonly rows: readonly ProgressRow[]
  /** "13 actions": all that are counted. */
  readonly counted: string
}

export const progressWords: Readonly<Record<ProgressKind, string>> = {
  completed: 'completed',
  'in-process': 'in process',
  open: 'not begun',
  overdue: 'overdue',
}

/** ACT18: an overdue action is not counted again as begun or not. */
const legendWords: Readonly<Record<ProgressKind, string>> = { ...progressWords, overdue: 'overdue, begun or not' }

/** ACT12: each action counts once; one that is overdue counts as that, a cancelled one not at all. */
function kindOf(action: ActionItem, today: string): ProgressKind | null {
  if (action.status === 'cancelled') return null
  if (isOverdue(action, today)) return 'overdue'
  return action.status === 'needs-action' ? 'open' : action.status
}

/** All first, then each owner by name; those without an owner last. */
export function progressRows(
  actions: readonly ActionItem[],
  today: string,
  ownerName: (ownerId: string | null) => string,
): ProgressRow[] {
  const counted = actions.flatMap((action) => {
    const kind = kindOf(action, today)
    return kind === null ? [] : [{ ownerId: action.ownerId, kind }]
  })
  const row = (label: string, own: typeof counted): ProgressRow => ({
    label,
    counts: Object.fromEntries(
      progressKinds.map((kind) => [kind, own.filter((one) => one.kind === kind).length]),
    ) as ProgressRow['counts'],
  })
  const owners = [...new Set(counted.map(({ ownerId }) => ownerId))].sort(
    (left, right) =>
      Number(left === null) - Number(right === null) ||
      compare(ownerName(left).toLowerCase(), ownerName(right).toLowerCase()) ||
      compare(left ?? '', right ?? ''),
  )
  const byOwner = owners.map((owner) =>
    row(
      ownerName(owner),
      counted.filter(({ ownerId }) => ownerId === owner),
    ),
  )
  return counted.length === 0 ? [] : [row('All actions', counted), ...byOwner]
}

const WIDTH = 680
const ROW = 26
const NAMES = 190
const VALUES = 260
/** How wide a letter is at most, on average. */
const LETTER = 6.5
const paints: Readonly<Record<ProgressKind, string>> = {
  completed: 'fill="currentColor" fill-opacity=".85"',
  'in-process': 'fill="currentColor" fill-opacity=".4"',
  open: 'fill="currentColor" fill-opacity=".12" stroke="currentColor" stroke-opacity=".3"',
  overdue: 'fill="#c4320a"',
}

/** ACT12: how far the plan is, by owner; null while there is nothing to count. */
export function progressChart(rows: readonly ProgressRow[]): ProgressChart | null {
  const [all] = rows
  if (!all) return null
  const scale = scaleLinear([0, sum(all)], [0, WIDTH - NAMES - VALUES])
  const lines = rows.map((row, at) => {
    const middle = at * ROW + ROW / 2
    let from = 0
    const bars = progressKinds.map((kind) => {
      const width = scale(row.counts[kind])
      const bar = `<rect x="${svgNumber(NAMES + from)}" y="${middle - 7}" width="${svgNumber(width)}" height="14" ${paints[kind]}/>`
      from += width
      return width > 0 ? bar : ''
    })
    return (
      `<text x="${NAMES - 10}" y="${middle + 4}" text-anchor="end">${svgText(svgName(row.label, 26))}</text>${bars.join('')}` +
      `<text x="${svgNumber(NAMES + from + 10)}" y="${middle + 4}" fill-opacity=".7">${countWords(row)}</text>`
    )
  })
  const legend = legendOf(all, rows.length * ROW + ROW / 2)
  const height = (rows.length + 1) * ROW
  const counted = `${sum(all)} ${sum(all) === 1 ? 'action' : 'actions'}`
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" ` +
      `aria-label="${svgText(`Progress of ${counted}: ${countWords(all)}.`)}" font-size="12" fill="currentColor">${lines.join('')}${legend}</svg>`,
    rows,
    counted,
  }
}

/** ACT18: each paint that is in the picture, with its word. */
function legendOf(all: ProgressRow, middle: number): string {
  let from = NAMES
  return progressKinds
    .filter((kind) => all.counts[kind] > 0)
    .map((kind) => {
      const words = legendWords[kind]
      const entry =
        `<rect x="${from}" y="${middle - 6}" width="12" height="12" ${paints[kind]}/>` +
        `<text x="${from + 18}" y="${middle + 4}" fill-opacity=".7">${words}</text>`
      from += 18 + words.length * LETTER + 20
      return entry
    })
    .join('')
}

const sum = ({ counts }: ProgressRow): number => progressKinds.reduce((total, kind) => total + counts[kind], 0)

/** `2 completed, 1 overdue`. */
function countWords({ counts }: ProgressRow): string {
  return progressKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${progressWords[kind]}`)
    .join(', ')
}
