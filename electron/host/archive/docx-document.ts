import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  type Table,
  TextRun,
} from 'docx'
import type { Block, Blocks, Paper } from '../../../shared/archive/paper'
import { paragraph, type Place, SHADE } from './docx-paragraph'
import { docxFacts, docxTable } from './docx-tables'

/** Lengths of Word: twentieths of a point. */
const MM = 56.7
const margin = Math.round(23 * MM)
const pages = {
  a4: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  'us-letter': { width: 12_240, height: 15_840 },
}
const QUIET = '565C6B'

export function docxDocument(paper: Paper): Document {
  const size = pages[paper.format]
  const place: Place = { width: size.width - 2 * margin, lists: [], around: {}, depth: 0 }
  const children = [
    paragraph([{ text: paper.kind }], place, { style: 'Kind' }),
    paragraph([{ text: paper.title }], place, { heading: HeadingLevel.TITLE }),
    ...(paper.subtitle === '' ? [] : [paragraph([{ text: paper.subtitle }], place, { style: 'Subtitle' })]),
    ...docxBlocks(paper.blocks, place),
  ]
  return new Document({
    title: paper.title,
    creator: paper.program,
    styles,
    numbering: {
      config: [
        ...new Map(place.lists.map((start) => [start, numberingFrom(start)])).values(),
        { reference: 'points', levels: levels(LevelFormat.BULLET, () => '•', 1) },
      ],
    },
    sections: [
      {
        properties: { page: { size, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        footers: { default: footer(paper.foot, place.width) },
        children,
      },
    ],
  })
}

const numberingFrom = (start: number) => ({
  reference: `from-${start}`,
  levels: levels(LevelFormat.DECIMAL, (depth) => `%${depth + 1}.`, start),
})

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (depth: number) => string, start: number) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: text(level),
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 300 } } },
  }))
}

function footer(foot: string, width: number): Footer {
  const page = [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun({ children: [foot.length > 80 ? `${foot.slice(0, 80)}…` : foot, '\t', ...page] })],
      }),
    ],
  })
}

export function docxBlocks(blocks: Blocks, place: Place): (Paragraph | Table)[] {
  return blocks.flatMap((block) => docxBlock(block, place))
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const looks = { strong: 'Lead', quiet: 'Quiet', label: 'Label' } as const

function docxBlock(block: Block, place: Place): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph([{ text: block.text }], place, { heading: headings[block.level] })]
    case 'text':
      return [paragraph(block.runs, place, block.look ? { style: looks[block.look] } : {})]
    case 'list':
      return list(block, place)
    case 'quote':
      return docxBlocks(block.blocks, inside(place, bar(6, 'D3D7DF')))
    case 'box':
      return docxBlocks(block.blocks, inside(place, bar(18, '16181D')))
    case 'together':
      return docxBlocks(block.blocks, { ...place, around: { ...place.around, keepNext: true } })
    case 'code':
      return [paragraph([{ text: block.text, code: true }], place, { shading })]
    case 'line': {
      const { label, text, note } = block
      const runs = [...(label ? [{ text: `${label}  `, bold: true }] : []), { text }, ...(note ? [{ text: ` (${note})` }] : [])]
      return [paragraph(runs, place, { shading })]
    }
    case 'facts':
      return docxFacts(block.facts, place)
    case 'table':
      return docxTable(block, place)
    case 'chart':
      return [] // the table above it says the same, and a picture would need a second one for older programs
  }
}

const shading = { type: ShadingType.CLEAR, fill: SHADE, color: 'auto' } as const
const bar = (size: number, color: string) => ({
  indent: { left: 240 },
  border: { left: { style: BorderStyle.SINGLE, size, color, space: 8 } },
})
const inside = (place: Place, around: Place['around']): Place => ({ ...place, around: { ...place.around, ...around } })

function list({ start, items }: Extract<Block, { kind: 'list' }>, place: Place): (Paragraph | Table)[] {
  const level = Math.min(8, place.depth)
  const instance = start === null ? 0 : place.lists.push(start)
  const numbering = start === null ? { reference: 'points', level } : { reference: `from-${start}`, level, instance }
  const deeper = { ...place, depth: place.depth + 1 }
  return items.flatMap((blocks) => {
    const [first, ...rest] = blocks
    const head = first?.kind === 'text' ? first.runs : []
    const others = first?.kind === 'text' ? rest : blocks
    return [
      paragraph(
        head,
        { ...place, around: {} },
        {
          numbering,
          ...(place.around.border && { border: place.around.border, indent: { left: 240 + 360 * (level + 1), hanging: 360 } }),
        },
      ),
      ...docxBlocks(others, inside(deeper, { indent: { left: 360 * (level + 1) } })),
    ]
  })
}

const styles = {
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 21,
        color: '16181D',
        language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 44, bold: true, color: '16181D' },
      paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { size: 28, bold: true, color: '16181D' },
      paragraph: { spacing: { before: 400, after: 140 }, keepNext: true },
    },
    heading2: {
      run: { size: 23, bold: true, color: '16181D' },
      paragraph: { spacing: { before: 260, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { size: 21, bold: true, color: '16181D' },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: '1B54C4', underline: { type: 'single' as const } } },
  },
  paragraphStyles: [
    style('Kind', { size: 19, bold: true, color: QUIET }, { spacing: { after: 60 } }),
    style('Subtitle', { size: 24, color: QUIET }, { spacing: { after: 240 } }),
    style('Lead', { size: 23, bold: true }, { spacing: { before: 120, after: 60 }, keepNext: true }),
    style('Label', { size: 18, bold: true, color: QUIET }, { spacing: { before: 120, after: 40 }, keepNext: true }),
    style('Quiet', { size: 20, color: QUIET }, {}),
    style('Footer', { size: 16, color: QUIET }, {}),
    style('Cell', { size: 19 }, { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } }),
    style('Column', { size: 17, bold: true, color: QUIET }, { spacing: { after: 0 }, keepNext: true }),
  ],
}

function style(id: string, run: object, paragraphLook: object) {
  return { id, name: id, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph: paragraphLook }
}
