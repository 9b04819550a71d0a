import { AlignmentType, BorderStyle, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType, Paragraph } from 'docx'
import type { Block, Fact, Runs } from '../../../shared/archive/paper'
import { paragraph, type Place, SHADE } from './docx-paragraph'

type TableBlock = Extract<Block, { kind: 'table' }>

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'D3D7DF' }
const open = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const margins = { top: 70, bottom: 70, left: 0, right: 140 }
/** About the width of a letter in a cell, in twentieths of a point. */
const LETTER = 108

/** A table whose first row is said again on each page and whose rows are not parted. */
export function docxTable({ columns, rows, hasTotal = false }: TableBlock, place: Place): (Paragraph | Table)[] {
  const widths = widthsOf({ columns, rows }, place.width)
  const row = (cells: readonly Runs[], style: string, isHead = false, keepNext = false) =>
    new TableRow({
      cantSplit: true,
      keepNext,
      tableHeader: isHead,
      children: cells.map(
        (runs, at) =>
          new TableCell({
            margins,
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            borders: { top: none, left: none, right: none, bottom: hair },
            children: [
              paragraph(
                runs,
                { ...place, around: {} },
                {
                  style,
                  ...(columns[at]?.isNumber && { alignment: AlignmentType.RIGHT }),
                },
              ),
            ],
          }),
      ),
    })
  const hasHead = columns.some(({ title }) => title !== '')
  const isTotal = (at: number) => hasTotal && at === rows.length - 1
  const all = [
    ...(hasHead
      ? [
          row(
            columns.map(({ title }) => [{ text: title }]),
            'Column',
            true,
          ),
        ]
      : []),
    ...rows.map((cells, at) =>
      row(isTotal(at) ? cells.map((runs) => runs.map((run) => ({ ...run, bold: true }))) : cells, 'Cell', false, isTotal(at + 1)),
    ),
  ]
  if (all.length === 0) return []
  return [framed(all, widths), new Paragraph({ style: 'Cell' })]
}

/** Widths in twentieths of a point: columns of our own short words as wide as those, the others share the rest. */
function widthsOf({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>, whole: number): number[] {
  const longest = (at: number) =>
    Math.max(
      columns[at]?.title.length ?? 0,
      ...rows.flatMap((cells) => (cells[at] ?? []).flatMap(({ text }) => text.split('\n').map(({ length }) => length))),
    )
  const fixed = columns.map(({ share }, at) => (share === null ? longest(at) * LETTER + 240 : 0))
  const rest = whole - fixed.reduce((sum, width) => sum + width, 0)
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0)
  return columns.map(({ share }, at) => Math.round(share === null ? (fixed[at] ?? 0) : (rest * share) / shares))
}

function framed(rows: TableRow[], columnWidths: number[]): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0)
  return new Table({
    rows,
    columnWidths,
    borders: open,
    layout: TableLayoutType.FIXED,
    width: { size, type: WidthType.DXA },
  })
}

/** Four figures side by side. */
export function docxFacts(facts: readonly Fact[], place: Place): (Paragraph | Table)[] {
  const widths = facts.map(() => Math.floor(place.width / facts.length))
  const cell = ({ name, value, note }: Fact, at: number) =>
    new TableCell({
      margins: { top: 140, bottom: 140, left: 160, right: 100 },
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, fill: SHADE, color: 'auto' },
      borders: { top: none, left: none, right: none, bottom: none },
      children: [
        paragraph([{ text: name }], place, { style: 'Column' }),
        paragraph([{ text: value, bold: true }], place, { style: 'Lead', spacing: { before: 0, after: 0 } }),
        ...(note === '' ? [] : [paragraph([{ text: note }], place, { style: 'Cell' })]),
      ],
    })
  return [framed([new TableRow({ cantSplit: true, children: facts.map(cell) })], widths)]
}
