import type { JSONContent } from '@tiptap/core'
import type { LineKind } from './extensions'
import { isSafeLink } from './links'
import { slideLink } from './slide-links'
import { type MinutesReferences, removedLine } from './render-html'

type Mark = NonNullable<JSONContent['marks']>[number]

/** MIN4: minutes as CommonMark with tables; text is escaped, so that it reads as it was written. */
export function minutesMarkdown(json: JSONContent, references: MinutesReferences): string {
  return blocks(json.content ?? [], references)
}

function blocks(nodes: readonly JSONContent[], references: MinutesReferences): string {
  return nodes
    .map((node) => block(node, references))
    .filter((text) => text !== '')
    .join('\n\n')
}

function block(node: JSONContent, references: MinutesReferences): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.['level'] ?? 2) + 1)} ${oneLine(inline(content, references))}`
    case 'bulletList':
      return content.map((item) => indent(blocks(item.content ?? [], references), '- ')).join('\n')
    case 'orderedList':
      return content
        .map((item, index) => indent(blocks(item.content ?? [], references), `${Number(node.attrs?.['start'] ?? 1) + index}. `))
        .join('\n')
    case 'blockquote':
      return blocks(content, references).replace(/^/gm, '> ')
    case 'codeBlock': {
      const code = content.map(({ text }) => text ?? '').join('')
      const fence = '`'.repeat(Math.max(3, longestTicks(code) + 1))
      return `${fence}\n${code}\n${fence}`
    }
    case 'table':
      return table(content, references)
    case 'recordLine': {
      const { kind, id } = node.attrs as { kind: LineKind; id: string }
      return `**${kind}** ${markdownLine(references.lineText(kind, id) ?? removedLine(kind))}`
    }
    case 'materialImage': {
      const url = references.urlOf(String(node.attrs?.['materialId'] ?? ''))
      return `![${markdownLine(String(node.attrs?.['alt'] ?? ''))}](<${url}>)`
    }
    default:
      // Blanks before a line mean nothing, or code; a break behind the last one would be read as a backslash.
      return inline(content, references)
        .replace(/^[ \t]+/gm, '')
        .replace(/(\\\n)+$/, '')
  }
}

function indent(text: string, marker: string): string {
  return marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)
}

function table(rows: readonly JSONContent[], references: MinutesReferences): string {
  const lines = rows.map((row) => `| ${(row.content ?? []).map((cell) => cellText(cell, references)).join(' | ')} |`)
  const columns = rows[0]?.content?.length ?? 0
  return [lines[0], `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n')
}

function cellText(cell: JSONContent, references: MinutesReferences): string {
  const words = (cell.content ?? []).map(({ content }) => oneLine(inline(content ?? [], references))).join(' ')
  // Only code is not escaped yet.
  return words.replace(/(?<!\\)\|/g, '\\|')
}

/** Headings and cells have no second line. */
function oneLine(text: string): string {
  return text.replace(/\\\n\s*/g, ' ').trim()
}

function inline(nodes: readonly JSONContent[], references: MinutesReferences): string {
  return nodes.reduce((before, node) => {
    const text = inlineNode(node, references)
    // An exclamation mark before a link would make it a picture.
    return before.endsWith('!') && text.startsWith('[') ? `${before.slice(0, -1)}\\!${text}` : before + text
  }, '')
}

function inlineNode(node: JSONContent, references: MinutesReferences): string {
  if (node.type === 'hardBreak') return '\\\n'
  if (node.text === undefined) return inline(node.content ?? [], references)
  const marks = node.marks ?? []
  if (marks.some(({ type }) => type === 'code'))
    return marks.reduceRight((text, mark) => marked(text, mark, references), node.text)
  // A mark does not begin before a blank, nor end after one.
  const [, before = '', words = '', after = ''] =
    /^(\s*)(.*?)(\s*)$/s.exec(escapeMarkdown(node.text.replace(/[ \t\r\n]+/g, ' '))) ?? []
  if (words === '') return before
  return before + marks.reduceRight((text, mark) => marked(text, mark, references), words) + after
}

function marked(text: string, { type, attrs }: Mark, { urlOf }: MinutesReferences): string {
  if (type === 'bold') return `**${text}**`
  if (type === 'italic') return `*${text}*`
  if (type === 'strike') return `~~${text}~~`
  if (type === 'code') {
    const ticks = '`'.repeat(longestTicks(text) + 1)
    return text.includes('`') ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`
  }
  if (type === slideLink) {
    const url = urlOf(String(attrs?.['materialId'] ?? ''))
    return url === '' ? text : `[${text}](<${url}#page=${Number(attrs?.['page'])}>)` // SLD6
  }
  const href: unknown = attrs?.['href']
  // MIN2
  if (type === 'link' && typeof href === 'string' && isSafeLink(href))
    return `[${text}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
  return text
}

function longestTicks(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length))
}

/** Text that reads the same after Markdown and HTML in it were interpreted. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^(\s*)([+-]|-+|=+)(?=\s|$)/gm, '$1\\$2') // lists, rules and what underlines a heading
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/#+(?=\s|$)/g, '\\$&') // headings, and what ends one
}

/** The same as one line: for headings, lists and cells. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim())
}
