import type { ParserName } from './limits'
import { parseMarkdown } from './markdown-file'
import { parseNotebook } from './notebook-file'
import { parseTable } from './table-file'
import { parseText, type Piece } from './text-file'

/** What makes plain data of a file's bytes; each throws `Unreadable`, or whatever a fault of a parser throws. */
const parsers = { markdown: parseMarkdown, table: parseTable, notebook: parseNotebook, text: parseText } as const

export type Parsed<Name extends ParserName> = ReturnType<(typeof parsers)[Name]>

export interface ParseAnswer<Name extends ParserName> {
  readonly value: Parsed<Name> | null
  /** Why there is no value, to go into a sentence. */
  readonly why: string
}

/** Never throws. */
export function parse<Name extends ParserName>(name: Name, piece: Piece): ParseAnswer<Name> {
  try {
    return { value: parsers[name](piece) as Parsed<Name>, why: '' }
  } catch (error) {
    return { value: null, why: error instanceof Error ? wordsOf(error) : String(error) }
  }
}

function wordsOf(error: Error): string {
  return error instanceof RangeError ? 'it is nested too deeply' : error.message
}
