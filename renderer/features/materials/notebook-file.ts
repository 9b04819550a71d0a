import { z } from 'zod'
import { type Block, markdownBlocks, MOST_PARTS, partsOf } from './markdown-file'
import { decodeText, type Piece } from './text-file'
import { Unreadable } from '../../pdf/unreadable'

export type Output =
  | { readonly kind: 'text' | 'error'; readonly text: string }
  | { readonly kind: 'document'; readonly blocks: readonly Block[] }
  /** `data` is base64, checked. */
  | { readonly kind: 'picture'; readonly type: 'image/png' | 'image/jpeg'; readonly data: string }
  /** What is left out, by its types. */
  | { readonly kind: 'withheld'; readonly types: readonly string[] }

export type Cell =
  | { readonly kind: 'document'; readonly blocks: readonly Block[] }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly count: number | null; readonly outputs: readonly Output[] }

export interface NotebookView {
  readonly cells: readonly Cell[]
  readonly cellCount: number
}

const MOST_CELLS = 400
const MOST_OUTPUTS = 40
const MOST_CHARACTERS = 20_000
const LARGEST_PICTURE = 8_000_000

const lines = z.union([z.string(), z.array(z.string())]).transform((text) => (typeof text === 'string' ? text : text.join('')))
const bundle = z.record(z.string(), z.unknown()).catch({})
const outputSchema = z.discriminatedUnion('output_type', [
  z.object({ output_type: z.literal('stream'), text: lines }),
  z.object({
    output_type: z.literal('error'),
    ename: lines.catch(''),
    evalue: lines.catch(''),
    traceback: z.array(z.string()).catch([]),
  }),
  z.object({ output_type: z.enum(['display_data', 'execute_result']), data: bundle }),
])
const cellSchema = z.object({
  cell_type: z.string(),
  source: lines.catch(''),
  execution_count: z.number().nullable().catch(null),
  outputs: z.array(z.unknown()).catch([]),
})
const notebookSchema = z.object({ nbformat: z.number(), cells: z.array(z.unknown()) })

/** VIW6: a notebook's cells and what they gave: text, and PNG and JPEG pictures; HTML, SVG and scripts are named and left out. */
export function parseNotebook(piece: Piece): NotebookView {
  if (!piece.isWhole) throw new Unreadable('it is larger than 32 MB')
  const { nbformat, cells } = readNotebook(decodeText(piece).text)
  if (nbformat < 4) throw new Unreadable(`its format ${nbformat} is older than 4`)
  const shown: Cell[] = []
  let parts = 0
  for (const given of cells.slice(0, MOST_CELLS)) {
    const cell = cellOf(given)
    // VIW6: of all cells together, as of one document: many that are small hold up the page as one that is large.
    if ((parts += partsOf(cell)) > MOST_PARTS) break
    shown.push(cell)
  }
  return { cells: shown, cellCount: cells.length }
}

function readNotebook(text: string): z.infer<typeof notebookSchema> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Unreadable('it is not whole JSON')
  }
  const read = notebookSchema.safeParse(json)
  if (!read.success) throw new Unreadable('it has no cells of a notebook')
  return read.data
}

function cellOf(given: unknown): Cell {
  const read = cellSchema.safeParse(given)
  if (!read.success) return { kind: 'raw', text: 'This cell could not be read.' }
  const { cell_type: type, source, execution_count: count, outputs } = read.data
  if (type === 'markdown') return { kind: 'document', blocks: markdownBlocks(short(source)) }
  if (type !== 'code') return { kind: 'raw', text: short(source) }
  return { kind: 'code', text: short(source), count, outputs: outputs.slice(0, MOST_OUTPUTS).flatMap(outputOf) }
}

function outputOf(given: unknown): readonly Output[] {
  const read = outputSchema.safeParse(given)
  if (!read.success) return [{ kind: 'withheld', types: ['an output that could not be read'] }]
  const output = read.data
  if (output.output_type === 'stream') return [{ kind: 'text', text: plain(output.text) }]
  if (output.output_type === 'error') {
    const trace = output.traceback.join('\n')
    return [{ kind: 'error', text: plain(trace || `${output.ename}: ${output.evalue}`) }]
  }
  return shownOf(output.data)
}

/** The best of the forms in which a result is given; forms that could do something are never shown, nor is anything made of them. */
function shownOf(forms: Readonly<Record<string, unknown>>): readonly Output[] {
  const picture = (['image/png', 'image/jpeg'] as const).find((type) => type in forms)
  const data = picture && base64Of(forms[picture])
  if (picture && data) return [{ kind: 'picture', type: picture, data }]
  const others = Object.keys(forms).filter((type) => type !== 'text/plain')
  const withheld = others.filter((type) => !['text/html', 'text/latex', 'text/markdown'].includes(type))
  const left: readonly Output[] =
    withheld.length > 0 ? [{ kind: 'withheld', types: withheld.slice(0, 8).map((type) => type.slice(0, 80)) }] : []
  const markdown = textOf(forms['text/markdown'])
  if (markdown !== null) return [{ kind: 'document', blocks: markdownBlocks(short(markdown)) }, ...left]
  const text = textOf(forms['text/plain']) ?? textOf(forms['text/latex'])
  if (text !== null) return [{ kind: 'text', text: plain(text) }, ...left]
  return others.length > 0 ? [{ kind: 'withheld', types: others.slice(0, 8).map((type) => type.slice(0, 80)) }] : []
}

function textOf(form: unknown): string | null {
  return lines.safeParse(form).data ?? null
}

function base64Of(form: unknown): string | null {
  const data = textOf(form)?.replace(/\s+/g, '') ?? ''
  return data !== '' && data.length <= LARGEST_PICTURE && /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? data : null
}

/** Text of a terminal without its colours, its bells and what was written over. */
export function plain(text: string): string {
  return short(text)
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
    .replace(/\r\n/g, '\n')
    .replace(/^.*\r(?=[^\n])/gm, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

function short(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}\n… and ${text.length - MOST_CHARACTERS} more characters`
    : text
}
