import { Lexer, type Token, type Tokens } from 'marked'
import { decodeEntities, type Target, targetOf } from './addresses'
import { decodeText, type Piece } from './text-file'

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Target; readonly content: readonly Inline[] }
  | { readonly kind: 'picture'; readonly of: Target; readonly alt: string }
  | { readonly kind: 'break' }

interface ListItem {
  /** Null: no box to tick. */
  readonly checked: boolean | null
  readonly content: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  /** `raw` is HTML that stands in the text: shown as it is written. */
  | { readonly kind: 'code' | 'raw'; readonly text: string }
  | { readonly kind: 'quote'; readonly content: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table'
      readonly header: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
      readonly align: readonly ('center' | 'left' | 'right' | null)[]
    }
  | { readonly kind: 'rule' }

export interface MarkdownView {
  readonly blocks: readonly Block[]
  readonly isWhole: boolean
}

const MOST_BLOCKS = 4_000
/** Parts of all kinds in one block, and in all: more would hold up the page that shows them. */
const MOST_IN_BLOCK = 5_000
export const MOST_PARTS = 40_000
const DEEPEST = 40

export function parseMarkdown(piece: Piece): MarkdownView {
  const { text } = decodeText(piece)
  const blocks = markdownBlocks(text)
  let parts = 0
  const shown = blocks.slice(0, MOST_BLOCKS).filter((block) => (parts += partsOf(block)) <= MOST_PARTS)
  return { blocks: shown, isWhole: piece.isWhole && shown.length === blocks.length }
}

/** How many plain objects a tree is made of. */
export function partsOf(tree: unknown): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, each) => sum + partsOf(each), 0)
  if (typeof tree !== 'object' || tree === null) return 0
  return Object.values(tree).reduce<number>((sum, each) => sum + partsOf(each), 1)
}

/**
 * VIW2: Markdown as a small tree of plain data: what is not in `Block` and `Inline` does not exist, addresses are judged here, and HTML is
 * text. Nothing of it is ever read as markup again.
 */
export function markdownBlocks(text: string): Block[] {
  // The facts about a document that some put above it, between two lines of dashes.
  const [, facts, rest = text] = /^\ufeff?---\r?\n([\s\S]{1,4000}?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? []
  const below = new Lexer({ gfm: true }).lex(rest).flatMap((token): readonly Block[] => {
    const blocks = blockOf(token, 0)
    return partsOf(blocks) > MOST_IN_BLOCK ? [{ kind: 'raw', text: token.raw }] : blocks
  })
  return facts === undefined ? below : [{ kind: 'code', text: facts }, ...below]
}

function blocksOf(tokens: readonly Token[], depth: number): Block[] {
  return tokens.flatMap((token) => blockOf(token as Tokens.Generic & { type: string }, depth))
}

function blockOf(token: Token, depth: number): readonly Block[] {
  if (depth > DEEPEST) return [{ kind: 'raw', text: token.raw }]
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'hr':
      return [{ kind: 'rule' }]
    case 'heading':
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, content: inlineOf(token, depth) }]
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }]
    case 'blockquote':
      return [{ kind: 'quote', content: blocksOf(token.tokens ?? [], depth + 1) }]
    case 'list':
      return [listOf(token as Tokens.List, depth)]
    case 'table':
      return [tableOf(token as Tokens.Table, depth)]
    case 'html':
      return htmlWords(token.raw).map((words) => ({ kind: 'raw', text: words }))
    default:
      return [{ kind: 'paragraph', content: inlineOf(token, depth) }]
  }
}

function listOf(list: Tokens.List, depth: number): Block {
  return {
    kind: 'list',
    start: list.ordered ? Number(list.start) || 0 : null,
    items: list.items.map((item) => ({
      checked: item.task ? item.checked === true : null,
      content: blocksOf(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        depth + 1,
      ),
    })),
  }
}

function tableOf({ header, rows, align }: Tokens.Table, depth: number): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens, depth + 1))
  return { kind: 'table', header: cells(header), rows: rows.map(cells), align }
}

function inlineOf(token: Token, depth: number): readonly Inline[] {
  if ('tokens' in token && token.tokens) return inlines(token.tokens, depth + 1)
  return [{ kind: 'text', text: decodeEntities('text' in token ? String(token.text) : token.raw) }]
}

function inlines(tokens: readonly Token[], depth: number): readonly Inline[] {
  return tokens.flatMap((token): readonly Inline[] => {
    if (depth > DEEPEST) return [{ kind: 'text', text: token.raw }]
    switch (token.type) {
      case 'checkbox':
        return []
      case 'br':
        return [{ kind: 'break' }]
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }]
      case 'strong':
      case 'em':
      case 'del':
        return [{ kind: token.type, content: inlineOf(token, depth) }]
      case 'link':
        return [{ kind: 'link', to: targetOf((token as Tokens.Link).href), content: inlineOf(token, depth) }]
      case 'image':
        return [
          { kind: 'picture', of: targetOf((token as Tokens.Image).href), alt: decodeEntities((token as Tokens.Image).text) },
        ]
      case 'html':
        if (/^<br\s*\/?>$/i.test(token.raw)) return [{ kind: 'break' }]
        return htmlWords(token.raw).map((words) => ({ kind: 'code', text: words }))
      default:
        return inlineOf(token, depth)
    }
  })
}

/** HTML as it is written; a comment is not there to be read. */
function htmlWords(raw: string): string[] {
  const words = raw.replace(/<!--[\s\S]*?-->/g, '').trim()
  return words === '' ? [] : [words]
}
