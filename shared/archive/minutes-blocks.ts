import type { JSONContent } from '@tiptap/core'
import type { LineKind } from '../minutes/extensions'
import { isSafeLink } from '../minutes/links'
import { removedLine } from '../minutes/render-html'
import type { RecordState } from '../record/state'
import { lineWords } from '../record/line-words'
import type { BundledMaterial } from './bundle-view'
import type { Block, Blocks, Run, Runs } from './paper'

interface Known {
  readonly record: RecordState
  readonly materials: readonly BundledMaterial[]
}

/** RND1: minutes as blocks on paper, from the tree of the document; what this program does not know becomes its text. */
export function minutesBlocks(json: JSONContent, known: Known): Blocks {
  return (json.content ?? []).flatMap((node) => block(node, known) ?? [])
}

function block(node: JSONContent, known: Known): Block | Blocks | null {
  const content = node.content ?? []
  const inside = () => minutesBlocks(node, known)
  switch (node.type) {
    case 'heading':
      return { kind: 'text', runs: inline(content), look: 'strong' }
    case 'bulletList':
      return { kind: 'list', start: null, items: content.map((item) => minutesBlocks(item, known)) }
    case 'orderedList':
      return { kind: 'list', start: startOf(node), items: content.map((item) => minutesBlocks(item, known)) }
    case 'blockquote':
      return { kind: 'quote', blocks: inside() }
    case 'codeBlock':
      return { kind: 'code', text: content.map(({ text = '' }) => text).join('') }
    case 'table':
      return tableOf(content)
    case 'recordLine':
      return lineOf(node, known.record)
    case 'materialImage':
      return pictureOf(node, known.materials)
    default:
      if (content.some(({ type }) => type !== 'text' && type !== 'hardBreak')) return inside()
      return content.length === 0 ? null : { kind: 'text', runs: inline(content) }
  }
}

function startOf({ attrs }: JSONContent): number {
  const start = Number(attrs?.['start'] ?? 1)
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1
}

function tableOf(rows: readonly JSONContent[]): Block | null {
  const isHeader = rows[0]?.content?.every(({ type }) => type === 'tableHeader') ?? false
  const cells = rows.map((row) => (row.content ?? []).map(cellRuns))
  const count = Math.max(0, ...cells.map((row) => row.length))
  if (count === 0) return null
  const [head = []] = isHeader ? cells : []
  const wordsOf = (runs: Runs = []) => runs.map(({ text }) => text).join('')
  return {
    kind: 'table',
    columns: Array.from({ length: count }, (_, at) => ({ title: wordsOf(head[at]), share: 1 })),
    rows: (isHeader ? cells.slice(1) : cells).map((row) => Array.from({ length: count }, (_, at) => row[at] ?? [])),
  }
}

/** A cell's blocks, one under the other. */
function cellRuns(cell: JSONContent): Runs {
  const textOf = (node: JSONContent): Runs => {
    const content = node.content ?? []
    return content.some(({ content: deeper }) => deeper) ? lines(content.map(textOf)) : inline(content)
  }
  return textOf(cell)
}

function lines(parts: readonly Runs[]): Runs {
  return parts.filter((runs) => runs.length > 0).flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]))
}

function lineOf({ attrs }: JSONContent, record: RecordState): Block {
  const { kind, id } = attrs as { kind: LineKind; id: string }
  const words = lineWords(kind, id, record)
  return words ? { kind: 'line', ...words } : { kind: 'line', label: '', text: removedLine(kind), note: '' }
}

/** A picture stands in its own file: what people import may be anything, and paper must come out. */
function pictureOf({ attrs }: JSONContent, materials: readonly BundledMaterial[]): Block {
  const found = materials.find(({ material }) => material.id === attrs?.['materialId'])
  const named = String(attrs?.['alt'] ?? '') || (found?.material.name ?? 'removed picture')
  return { kind: 'line', label: 'Picture', text: named, note: found ? `materials/${found.name}` : '' }
}

function inline(nodes: readonly JSONContent[]): Runs {
  return nodes.flatMap((node): Runs => {
    if (node.type === 'hardBreak') return [{ text: '\n' }]
    if (node.text === undefined) return inline(node.content ?? [])
    return [styled(node.text, node.marks ?? [])]
  })
}

function styled(words: string, marks: NonNullable<JSONContent['marks']>): Run {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const href: unknown = marks.find(({ type }) => type === 'link')?.attrs?.['href']
  return {
    text: words,
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italic: true }),
    ...(has('strike') && { strike: true }),
    ...(has('code') && { code: true }),
    ...(typeof href === 'string' && isSafeLink(href) && { href }), // MIN2
  }
}
