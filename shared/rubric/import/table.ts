import { filledRows, type Table } from '../../agenda/import/table'
import { levelSchema, type Level } from '../criterion'
import type { DraftCriterion, Leave } from './draft'
import { numberOf, plainWords } from './phrases'

type Column = 'criterion' | 'weight' | 'points' | 'anchor' | 'pass' | 'ignored'

const headers: readonly (readonly [Column, RegExp])[] = [
  ['weight', /\bweight(?:ing|s)?\b|^gewicht|^%$|percent/i],
  ['pass', /^(?:pass(?:ing)?|to pass|needed|min(?:imum)?\.?|threshold)\b/i],
  ['ignored', /^(?:#|no\.?|nr\.?|max(?:imum)?\b.*|total|comments?|notes?|your score|score given)$/i],
  [
    'criterion',
    /^(?:criteri(?:on|a)|names?|items?|aspects?|categor(?:y|ies)|dimensions?|rubric|kriteri(?:um|en)|areas?|questions?)\b/i,
  ],
  ['points', /^(?:points?|pts\.?|scores?|levels?|marks?|values?|punkte?|grades?)$/i],
  ['anchor', /^(?:anchors?|descri(?:ption|ptor)s?|meanings?|levels? descriptions?|texts?|what|explanations?|requirements?)\b/i],
]
const fromTheTop = /^(?:excellent|exemplary|outstanding|distinguished|very good|advanced|sehr gut)\b/i

const columnOf = (cell: string): Column | null => headers.find(([, pattern]) => pattern.test(cell))?.[0] ?? null

/** The text as comma, semicolon or tab separated values with a column of criteria; null when it is none of them. */
export function separatedRubric(text: string): Table | null {
  const [head = ''] = text.replace(/^\ufeff/, '').split('\n')
  if (/^\s*(?:#{1,6}\s|[-*+]\s|\|)/.test(head)) return null
  for (const delimiter of ['\t', ';', ',']) {
    if (!head.includes(delimiter)) continue
    const filled = filledRows(text, delimiter)
    if (filled.length > 1 && columnsOf(filled)) return filled
  }
  return null
}

interface Columns {
  readonly of: Partial<Record<Column, number>>
  /** Columns that are levels: where, how many points, and what they are called. */
  readonly levels: readonly { readonly at: number; readonly points: number; readonly label: string }[]
}

function columnsOf([first]: Table): Columns | null {
  if (!first) return null
  const heads = first.cells.map((cell) => plainWords(cell))
  const of: Partial<Record<Column, number>> = {}
  const free: number[] = []
  heads.forEach((head, at) => {
    const column = columnOf(head)
    if (column === null && head !== '') free.push(at)
    else if (column) of[column] ??= at
  })
  if (of.criterion === undefined) return null
  const numbered = free.flatMap((at) => {
    const head = heads[at] ?? ''
    const found = /\d{1,4}(?:[.,]\d{1,2})?/.exec(head)
    const label = head.replace(/\(?\s*\d{1,4}(?:[.,]\d{1,2})?\s*(?:points?|pts?\.?|marks?|punkte?)?\s*\)?/i, ' ')
    return found
      ? [{ at, points: numberOf(found[0]), label: label.replace(/^[\s:=\u2013\u2014-]+|[\s:=\u2013\u2014-]+$/g, '') }]
      : []
  })
  if (numbered.length > 1) return { of, levels: numbered }
  // Levels that only have names, worst or best first.
  const isDown = fromTheTop.test(heads[free[0] ?? -1] ?? '')
  const levels = free.map((at, place) => ({ at, points: isDown ? free.length - place : place + 1, label: heads[at] ?? '' }))
  return { of, levels: of.points === undefined && levels.length > 1 ? levels : [] }
}

const NUMBER = /^\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:%|points?|pts?\.?|marks?|punkte?)?\s*$/i
const numberIn = (cell: string): number | null => {
  const found = NUMBER.exec(cell)?.[1]
  return found === undefined ? null : numberOf(found)
}

/** PAN12: criteria of a table with one row for each, or one row for each level; null when it is no rubric. */
export function rubricRows(table: Table, leave: Leave): DraftCriterion[] | null {
  const columns = columnsOf(table)
  if (!columns) return null
  const found: (DraftCriterion & { readonly levels: Level[] })[] = []
  for (const { line, cells } of table.slice(1)) {
    const at = (column: Column) => plainWords(cells[columns.of[column] ?? -1] ?? '')
    const name = at('criterion').replace(/\s+/g, ' ')
    const [weight, passPoints, points] = [numberIn(at('weight')), numberIn(at('pass')), numberIn(at('points'))]
    const before = found.at(-1)
    const isMore = before !== undefined && (name === '' || name === before.name)
    const anchor = at('anchor')
    const levels = columns.levels.flatMap(({ at: place, points: worth, label }): Level[] => {
      const words = plainWords(cells[place] ?? '')
      return words === '' ? [] : [{ points: worth, anchor: label === '' ? words : `${label}: ${words}` }]
    })
    if (points !== null) levels.push(levelSchema.parse({ points, anchor }))
    if (isMore && levels.length > 0) before.levels.push(...levels)
    else if (name !== '') found.push({ line, name, weight, passPoints, counts: 'one', levels })
    else leave({ line, text: cells.join(' | ').slice(0, 200), why: 'level' })
  }
  return found
}
