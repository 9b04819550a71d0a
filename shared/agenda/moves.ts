import { branchAt, type OutlineRow } from './outline'

/** Where an item goes: before another, null for the end, and how deep it stands there. */
export interface Place {
  readonly beforeId: string | null
  readonly level: number
}

/** One place up or down among those it stands with; past the first or last of them, out of what they are under. Null at the edges. */
export function stepPlace(rows: readonly OutlineRow[], itemId: string, by: -1 | 1): Place | null {
  const at = rows.findIndex(({ item }) => item.id === itemId)
  const row = rows[at]
  if (!row) return null
  if (by === -1) {
    const before = rows.slice(0, at).findLast(({ level }) => level <= row.level)
    return before ? { beforeId: before.item.id, level: before.level } : null
  }
  const end = at + branchAt(rows, at).length
  const next = rows[end]
  if (!next) return row.level === 0 ? null : { beforeId: null, level: row.level - 1 }
  if (next.level < row.level) return { beforeId: next.item.id, level: next.level }
  return { beforeId: rows[end + branchAt(rows, end).length]?.item.id ?? null, level: row.level }
}

/** Where an item goes that is dropped before, after or on another: on one, it stands under it as its last. */
export function dropPlace(rows: readonly OutlineRow[], targetId: string, position: 'before' | 'after' | 'on'): Place | null {
  const at = rows.findIndex(({ item }) => item.id === targetId)
  const target = rows[at]
  if (!target) return null
  if (position === 'before') return { beforeId: targetId, level: target.level }
  const behind = position === 'on' ? rows[at + branchAt(rows, at).length] : rows[at + 1]
  const isUnder = position === 'on' || target.isSection
  return { beforeId: behind?.item.id ?? null, level: target.level + (isUnder ? 1 : 0) }
}

/** Right behind an item and all under it, as deep as it. */
export function placeBehind(rows: readonly OutlineRow[], itemId: string): Place {
  const at = rows.findIndex(({ item }) => item.id === itemId)
  return { beforeId: rows[at + branchAt(rows, at).length]?.item.id ?? null, level: rows[at]?.level ?? 0 }
}
