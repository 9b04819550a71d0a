import type { JSONContent } from '@tiptap/core'
import { isSafeLink, type LineKind } from './extensions'
import { type MinutesReferences, removedLine } from './render-html'

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
      return `${'#'.repeat(Number(node.attrs?.['level'] ?? 2) + 1)} ${inline(content)}`
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
      const fence = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map(({ length }) => length + 1)))
      return `${fence}\n${code}\n${fence}`
    }
    case 'table':
      return table(content)
    case 'recordLine': {
      const { kind, id } = node.attrs as { kind: LineKind; id: string }
      return `**${kind}** ${escapeMarkdown(references.lineText(kind, id) ?? removedLine(kind))}`
    }
    case 'materialImage': {
      const url = references.urlOf(String(node.attrs?.['materialId'] ?? ''))
      return `![${escapeMarkdown(String(node.attrs?.['alt'] ?? ''))}](<${url}>)`
    }
    default:
      return inline(content)
  }
}

function indent(text: string, marker: string): string {
  return marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)
}

function table(rows: readonly JSONContent[]): string {
  const lines = rows.map((row) => `| ${(row.content ?? []).map((cell) => cellText(cell).replaceAll('\n', ' ')).join(' | ')} |`)
  const columns = rows[0]?.content?.length ?? 0
  return [lines[0], `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n')
}

function cellText(cell: JSONContent): string {
  return (cell.content ?? [])
    .map(({ content }) => inline(content ?? []))
    .join(' ')
    .replaceAll('|', '\\|')
}

function inline(nodes: readonly JSONContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'hardBreak') return '\\\n'
      if (node.text === undefined) return inline(node.content ?? [])
      return (node.marks ?? []).reduceRight((text, mark) => marked(text, mark.type, mark.attrs), textOf(node))
    })
    .join('')
}

function textOf({ text = '', marks = [] }: JSONContent): string {
  return marks.some(({ type }) => type === 'code') ? text : escapeMarkdown(text)
}

function marked(text: string, type: string, attrs: Record<string, unknown> | undefined): string {
  if (type === 'bold') return `**${text}**`
  if (type === 'italic') return `*${text}*`
  if (type === 'strike') return `~~${text}~~`
  if (type === 'code') return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
  const href = attrs?.['href']
  // MIN2
  if (type === 'link' && typeof href === 'string' && isSafeLink(href))
    return `[${text}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
  return text
}

/** Text that reads the same after Markdown and HTML in it were interpreted. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(
      /^(\s*)([#+-]|\d+[.)])(?=\s|$)/gm,
      (_found, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
}
