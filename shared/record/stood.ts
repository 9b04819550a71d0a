import type { LogLine } from './commit'

/** What an act found in a field and left there; undefined where the log does not tell. */
export interface Turn {
  readonly from: unknown
  readonly to: unknown
}

type Fields = Readonly<Record<string, unknown>>

/**
 * LOG9: answers, for lines in their order, how each turned a field.
 * What stood before is known only as long as each line follows the one before it and tells its changes: beside it another copy may have written.
 */
export function makeTurns(): (line: LogLine) => (field: string) => Turn | null {
  let stood = new Map<string, Fields>()
  let last: string | undefined
  return ({ hash, entry, payload }) => {
    if (!payload || entry.prev.length !== 1 || entry.prev[0] !== last) stood = new Map()
    last = hash
    const turns = new Map<string, Turn>()
    for (const { doc, path, after } of payload?.changes ?? []) {
      if (doc !== 'record') continue
      const [collection = '', id = '', field] = path
      const key = `${collection}/${id}`
      const before = stood.get(key)
      if (field !== undefined) {
        turns.set(field, { from: before?.[field], to: after })
        stood.set(key, { ...before, [field]: after })
      } else if (after === null) {
        for (const [name, value] of Object.entries(before ?? {})) turns.set(name, { from: value, to: null })
        stood.delete(key)
      } else {
        for (const [name, value] of Object.entries(after as Fields)) turns.set(name, { from: null, to: value })
        stood.set(key, after as Fields)
      }
    }
    const isUndoing = entry.verb.startsWith('undo:')
    return (field) => {
      const turn = turns.get(field)
      // What was undone had turned it the other way.
      return turn ? (isUndoing ? { from: turn.to, to: turn.from } : turn) : null
    }
  }
}
