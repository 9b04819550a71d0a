import type { BoardRow } from '../../../shared/feedback/board'

/** Rows that are laid out and painted together. */
export interface Block {
  /** Of the row that begins it; `first` for what stands before all of those, whatever comes to the top. */
  readonly id: string
  readonly rows: readonly BoardRow[]
}

/** So many rows are in a block, on average: all blocks cost at every step of scrolling, and a block that comes into sight all its rows. */
const EACH = 8

/**
 * A board in blocks. A row begins one by its own id, whatever stands around it: what comes, goes or is sorted elsewhere leaves other blocks as
 * they are, and nobody's caret is lost in them.
 */
export function blocksOf(rows: readonly BoardRow[]): Block[] {
  const starts = rows.flatMap((row, at) => (at === 0 || begins(row) ? [at] : []))
  return starts.map((from, at) => {
    const own = rows.slice(from, starts[at + 1])
    return { id: own[0] && begins(own[0]) ? own[0].item.id : 'first', rows: own }
  })
}

function begins({ item: { id }, isUnder }: BoardRow): boolean {
  return !isUnder && [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521, 7) % EACH === 0
}
