import type { Instant } from '../context'

/** A stretch of text in one look; a line end in it is one on paper. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly code?: boolean
  /** Passed the list of safe links (MIN2). */
  readonly href?: string
}

export type Runs = readonly Run[]

export interface Column {
  readonly title: string
  /** Share of what is left of the width, against the other columns; null: as wide as its words, which are ours and short. */
  readonly share: number | null
  readonly isNumber?: boolean
}

/** What stands on paper: the one model from which PDF and DOCX are made. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly runs: Runs; readonly look?: 'strong' | 'quiet' | 'label' }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly Blocks[] }
  | { readonly kind: 'quote'; readonly blocks: Blocks }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'line'; readonly label: string; readonly text: string; readonly note: string }
  | { readonly kind: 'box'; readonly blocks: Blocks }
  /** Not parted by the end of a page. */
  | { readonly kind: 'together'; readonly blocks: Blocks }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Bars in strips of one height, with a name before and a value behind each. */
  | {
      readonly kind: 'chart'
      readonly bars: string
      readonly words: string
      readonly legend: string
      readonly names: readonly string[]
      readonly values: readonly string[]
    }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Runs[])[]
      /** The last row is a sum. */
      readonly hasTotal?: boolean
    }

export type Blocks = readonly Block[]

export interface Fact {
  readonly name: string
  readonly value: string
  readonly note: string
}

export interface Paper {
  readonly title: string
  /** Above the title: what this is, when it was. */
  readonly kind: string
  readonly subtitle: string
  /** At the foot of each page. */
  readonly foot: string
  readonly format: 'a4' | 'us-letter'
  /** Whether it is set smaller, within reason, to be one page. */
  readonly isOnePage: boolean
  readonly at: Instant
  readonly program: string
  readonly blocks: Blocks
}

export const run = (text: string): Runs => (text === '' ? [] : [{ text }])
export const text = (words: string, look?: 'strong' | 'quiet' | 'label'): Block => ({
  kind: 'text',
  runs: run(words),
  ...(look && { look }),
})
export const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, text: words })
export const bullets = (items: readonly string[]): Block => ({
  kind: 'list',
  start: null,
  items: items.map((item) => [text(item)]),
})

/** A table of plain texts. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], hasTotal = false): Block {
  return { kind: 'table', columns, rows: rows.map((cells) => cells.map(run)), ...(hasTotal && { hasTotal }) }
}

/** RND6: text of which every character can stand in a file: well-formed, without controls, marks of byte order and non-characters. */
export function cleanText(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufdd0-\ufdef]/g, '')
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .replace(/\t/g, ' ')
}

/** The same data with every text in it cleaned. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value
  if (Array.isArray(value)) return value.map(cleaned) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, cleaned(field as unknown)])) as Value
}

/** Whether a text is read from the right: by its first letter, as browsers do for `dir=auto`. */
export function isRightToLeft(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
}

/** Letter where people print on it, A4 elsewhere: told by the review's own zone, because nothing else may decide it (ARC3). */
export function paperFormat(zone: string): Paper['format'] {
  const isAmerican = /^(America|US|Canada|Mexico)\/|^Pacific\/Honolulu$|^[EMCP]ST[0-9]/.test(zone)
  const isA4 =
    /^America\/(Argentina\/|Buenos|Sao_Paulo|Bahia|Fortaleza|Recife|Belem|Manaus|Cuiaba|Campo|Araguaina|Maceio|Santarem|Porto_Velho|Boa_Vista|Rio_Branco|Noronha|Montevideo|Asuncion|Lima|La_Paz|Guayaquil|Paramaribo|Cayenne|Nuuk|Martinique|Guadeloupe)/
  return isAmerican && !isA4.test(zone) ? 'us-letter' : 'a4'
}
