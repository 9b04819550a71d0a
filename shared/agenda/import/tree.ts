import type { Line } from './lines'

export interface Node {
  readonly line: number
  readonly sort: 'heading' | 'item' | 'plain' | 'quote' | 'reference' | 'table'
  /** Of a heading 1 to 6, 7 for a line that only looks like one; else columns from the left edge. */
  readonly depth: number
  readonly isNumbered: boolean
  text: string
  /** Rows of a table. */
  readonly rows: Line[]
  readonly children: Node[]
}

const marker =
  /^(\s*)([-*+\u2022\u25e6\u2023\u00b7\u2013]|(?:\d{1,3}|[a-zA-Z])[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(\d{1,2}\))\s+(?=\S)/
const heading = /^\s{0,3}(#{1,6})\s+(.+?)(?:\s+#+)?$/
const separator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const reference = /^\s{0,3}\[[^\]]+\]:\s*(?:\S|$)/
const onlyBold = /^\s{0,3}(?:\*\*|__)([^*_]{2,80}?):?(?:\*\*|__):?\s*$/
const label =
  /^\s{0,3}((?:the\s+)?(?:agenda|programme|program|topics|schedule|attendees|participants|present|apologies|regrets|links|notes|guidelines)):?\s*$/i

/** The text as a tree: items under the item or heading that they stand under. */
export function treeOf(lines: readonly Line[]): Node[] {
  const root = node(0, 'heading', 0, '')
  const headings: Node[] = [root]
  let items: Node[] = []
  let plains: Node[] = []
  let last: Node | null = null
  let isAfterBlank = true
  lines.forEach(({ number, text }, at) => {
    const next = lines[at + 1]?.text ?? ''
    const parent = headings.at(-1) ?? root
    const put = (made: Node, under: Node = parent): void => {
      under.children.push(made)
      last = made
    }
    if (text.trim() === '') {
      isAfterBlank = true
      return
    }
    const wasAfterBlank = isAfterBlank
    isAfterBlank = false
    const found = headingAt(text, next)
    if (found) {
      while (headings.length > 1 && (headings.at(-1)?.depth ?? 0) >= found.depth) headings.pop()
      const made = node(number, 'heading', found.depth, found.text)
      put(made, headings.at(-1) ?? root)
      headings.push(made)
      items = []
      plains = []
      return
    }
    // The line under a heading of two lines.
    if (/^(?:=+|-+)\s*$/.test(text) && last?.sort === 'heading' && last.line === number - 1) return
    if (reference.test(text)) return put(node(number, 'reference', 0, text.trim()))
    if (/^\s*>/.test(text)) return put(node(number, 'quote', 0, text.trim()))
    if (last?.sort === 'table' && !wasAfterBlank && text.includes('|')) return void last.rows.push({ number, text })
    if (text.includes('|') && (separator.test(next) || /^\s*\|.*\|\s*$/.test(text))) {
      const made = node(number, 'table', 0, text.trim())
      made.rows.push({ number, text })
      return put(made)
    }
    const bullet = marker.exec(text)
    if (bullet) {
      const depth = bullet[1]?.length ?? 0
      const made = node(number, 'item', depth, text.slice(bullet[0].length).trim(), /\d/.test(bullet[2] ?? ''))
      while (items.length > 0 && (items.at(-1)?.depth ?? 0) + 2 > depth) items.pop()
      // More than three in each other never occur; all deeper ones stand in one row.
      put(made, items.at(-1) ?? parent)
      items.push(made)
      return
    }
    const indent = text.length - text.trimStart().length
    if (last?.sort === 'item' && !wasAfterBlank && !/^\d{1,2}[:.h]\d\d\b/.test(text.trim())) {
      last.text = `${last.text} ${text.trim()}`
      return
    }
    if (indent < 2) items = []
    while (plains.length > 0 && (plains.at(-1)?.depth ?? 0) + 2 > indent) plains.pop()
    const made = node(number, 'plain', indent, text.trim())
    put(made, items.findLast((item) => item.depth < indent) ?? plains.at(-1) ?? parent)
    plains.push(made)
  })
  return root.children
}

function headingAt(text: string, next: string): { readonly depth: number; readonly text: string } | null {
  const hashes = heading.exec(text)
  if (hashes) return { depth: hashes[1]?.length ?? 1, text: hashes[2] ?? '' }
  if (marker.test(text) || /^\s{2,}/.test(text) || text.includes('|')) return null
  if (/^(?:={2,}|-{2,})\s*$/.test(next) && text.length <= 200) return { depth: next.startsWith('=') ? 1 : 2, text: text.trim() }
  const bold = onlyBold.exec(text)?.[1] ?? label.exec(text)?.[1]
  return bold === undefined ? null : { depth: 7, text: bold }
}

function node(line: number, sort: Node['sort'], depth: number, text: string, isNumbered = false): Node {
  return { line, sort, depth, isNumbered, text, rows: [], children: [] }
}
