import type { WallBlock } from './wall-schema'

/** What fits on a page, in lines of text at 2.2 % of the wall's width, on a wall of 16:9 with room to spare for narrower ones. */
const PAGE_LINES = 13.4
/** Characters in a line of text, and of the text of a row, which shares its line. */
const TEXT_CHARACTERS = 80
const ROW_CHARACTERS = 50
const LEAD_CHARACTERS = 48
/** Of the name of a criterion, which has the scale beside it, and the height of that, also in a high row. */
const SCORES_CHARACTERS = 28
const SCALE_LINES = 1.3
const HIGH_LINES = 1.93
/** Of an entry, which is indented and has a line of its own for its label. */
const ENTRY_CHARACTERS = 68
/** A lead is so much larger than text. */
const LEAD_SIZE = 1.55
/** A longer sentence is set like text: smaller, within reason. */
const LONGEST_LEAD = 5 * LEAD_CHARACTERS
/** The label over an entry, in lines. */
const ENTRY_LABEL = 0.9
/** Lines end at words, and so a little early. */
const WORD_BREAKS = 1.04
/** Space behind a block, in lines. */
const GAP = 0.45

/** WAL6: blocks cut into pages that fit; a text longer than a page goes on at the next word, and no heading stands alone at the foot. */
export function pagesOf(blocks: readonly WallBlock[]): WallBlock[][] {
  const high = cut(blocks.map((block) => (block.kind === 'scores' ? { ...block, isHigh: true } : block)))
  return high.length === 1 ? high : cut(blocks) // WAL22
}

function cut(blocks: readonly WallBlock[]): WallBlock[][] {
  const pages: WallBlock[][] = []
  let page: WallBlock[] = []
  let left = PAGE_LINES
  for (const block of blocks.flatMap(split)) {
    // No space is needed behind the last one.
    if (costOf(block) - GAP > left && page.length > 0) {
      const end = page.findLastIndex(({ kind }) => kind !== 'heading') + 1
      // Headings go on with what they stand over.
      const carried = end === 0 ? [] : page.splice(end)
      pages.push(page)
      page = carried
      left = carried.reduce((sum, each) => sum - costOf(each), PAGE_LINES)
    }
    page.push(block)
    left -= costOf(block)
  }
  return [...pages, page]
}

/** How much larger a sparse page is set. A text that much larger takes that much more lines, each so much higher. */
const LARGER = 1.4

/** WAL14: one page with so little on it that it fits larger, too. */
export function isSparse(pages: readonly (readonly WallBlock[])[]): boolean {
  const [page = [], ...more] = pages
  return more.length === 0 && page.reduce((sum, block) => sum + costOf(block), 0) * LARGER * LARGER <= PAGE_LINES
}

function costOf(block: WallBlock): number {
  switch (block.kind) {
    case 'badge':
      return Math.max(1.3, linesOf(`${block.text} ${block.note}`, TEXT_CHARACTERS)) + GAP
    case 'heading':
      return 1.2 + GAP
    case 'lead':
      return linesOf(block.text, LEAD_CHARACTERS) * LEAD_SIZE + GAP
    case 'text':
      return linesOf(block.text, TEXT_CHARACTERS) + GAP
    case 'row':
      return Math.max(linesOf(block.text, ROW_CHARACTERS), block.who === '' || block.when === '' ? 1 : 2) + GAP
    case 'scores':
      return Math.max(linesOf(block.text, SCORES_CHARACTERS), block.isHigh ? HIGH_LINES : SCALE_LINES) + GAP
    case 'entry':
      return linesOf(block.text, ENTRY_CHARACTERS) + ENTRY_LABEL + GAP
  }
}

const charactersIn = {
  row: ROW_CHARACTERS,
  scores: SCORES_CHARACTERS,
  lead: LEAD_CHARACTERS,
  text: TEXT_CHARACTERS,
  entry: ENTRY_CHARACTERS,
}
/** What the further pieces of a block do not say again, or say of themselves. */
const continued = {
  row: { mark: '', who: '', isNobody: false, when: '' },
  scores: { dots: [], middle: null, agreed: null, pass: null, ticks: [], who: '', when: '' },
  lead: {},
  text: {},
  entry: { isContinued: true, hands: null },
}

/** Pieces of a block of which each fits on a page. */
function split(block: WallBlock): WallBlock[] {
  if (block.kind === 'badge' || block.kind === 'heading') return [block]
  if (block.kind === 'lead' && widthOf(block.text) > LONGEST_LEAD)
    return split({ kind: 'text', text: block.text, isQuiet: false })
  const characters = charactersIn[block.kind]
  const most = Math.floor((PAGE_LINES - GAP - 2) / (block.kind === 'lead' ? LEAD_SIZE : 1))
  if (linesOf(block.text, characters) <= most) return [block]
  return pieces(block.text, most, characters).map((text, at) =>
    at === 0 ? { ...block, text } : { ...block, text, ...continued[block.kind] },
  )
}

/** Cuts at line ends and blanks; a word longer than a line is cut anywhere, between whole characters. */
function pieces(text: string, lines: number, characters: number): string[] {
  const found: string[] = []
  let [piece, full, width] = ['', 0, 0]
  const parts = text
    .split(/(\n|[^\S\n]+)/)
    .flatMap((part) => (widthOf(part) > characters ? (part.match(/.{1,20}/gsu) ?? []) : [part]))
  for (const part of parts) {
    const own = widthOf(part) * WORD_BREAKS
    const isOver = part === '\n' || width + own > characters
    if (isOver && full + 1 >= lines) {
      found.push(piece)
      ;[piece, full, width] = ['', 0, 0]
    } else if (isOver) [full, width] = [full + 1, 0]
    piece += part
    if (part !== '\n') width += own
  }
  return [...found, piece].map((each) => each.trim()).filter((each) => each !== '')
}

/** Lines that a text takes, words not broken: a little more than its characters alone would. */
function linesOf(text: string, characters: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * WORD_BREAKS) / characters)), 0)
}

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{3ffff}]/gu
const broad = /[\p{Lu}mwMW@%\u2014]/gu

/** Width of a text in usual characters; those of East Asian scripts and capitals are wider. */
function widthOf(text: string): number {
  return text.length + 0.95 * (text.match(wide)?.length ?? 0) + 0.3 * (text.match(broad)?.length ?? 0)
}
