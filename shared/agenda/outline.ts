import { type Collection, inOrder } from '../review/fields'
import type { AgendaItem } from './item'

/** Sections in each other: 2, 2.1, 2.1.1. */
export const DEEPEST_LEVEL = 2

export interface OutlineRow {
  readonly item: AgendaItem
  /** `2` or `2.1`; follows order and level. */
  readonly number: string
  /** 0 at the left edge; never more than one deeper than the row before. */
  readonly level: number
  /** Has items of its own: no time is spent on it, its times are theirs. */
  readonly isSection: boolean
  /** It, or what it is under, never goes to the wall. */
  readonly isInternal: boolean
}

/**
 * AGN6: the agenda as it is read: one order, and how deep each item stands. An item is under the nearest one before it that stands less deep,
 * so that any order and any levels make an agenda, whoever changed what at the same time.
 */
export function outlineOf(agenda: Collection<AgendaItem>): OutlineRow[] {
  return outlineRows(inOrder(agenda))
}

/** The same of items that are in order already. */
export function outlineRows(items: readonly AgendaItem[]): OutlineRow[] {
  const counts: number[] = []
  const internal: boolean[] = []
  const levels: number[] = []
  return items
    .map((item, at) => {
      const level = at === 0 ? 0 : Math.min(item.level, (levels[at - 1] ?? 0) + 1) // AGN6
      levels.push(level)
      counts.length = level + 1
      counts[level] = (counts[level] ?? 0) + 1
      internal[level] = item.internal || (level > 0 && internal[level - 1] === true)
      return { item, level, number: counts.join('.'), isInternal: internal[level] }
    })
    .map((row, at) => ({ ...row, isSection: (levels[at + 1] ?? 0) > row.level }))
}

/** Numbers by item. */
export function numbersOf(agenda: Collection<AgendaItem>): ReadonlyMap<string, string> {
  return new Map(outlineOf(agenda).map(({ item, number }) => [item.id, number]))
}

/** Whether a material belongs to internal items alone; one that belongs to none does not. */
export function isForInternalOnly(agenda: Collection<AgendaItem>, materialId: string): boolean {
  const uses = outlineOf(agenda).filter(({ item }) => item.materialIds.includes(materialId))
  return uses.length > 0 && uses.every(({ isInternal }) => isInternal)
}

/** What time is spent on, in order: every item that is no section. */
export function stepsOf(agenda: Collection<AgendaItem>): AgendaItem[] {
  return outlineOf(agenda).flatMap(({ item, isSection }) => (isSection ? [] : [item]))
}

/** The row at `at` and all rows under it. */
export function branchAt(rows: readonly OutlineRow[], at: number): readonly OutlineRow[] {
  const top = rows[at]
  if (!top) return []
  const end = rows.findIndex((row, index) => index > at && row.level <= top.level)
  return rows.slice(at, end < 0 ? rows.length : end)
}

/** AGN8: planned time of a row in ms: its own, or that of the steps under it. */
export function plannedMsAt(rows: readonly OutlineRow[], at: number): number {
  return branchAt(rows, at).reduce((sum, { item, isSection }) => (isSection ? sum : sum + item.plannedMs), 0) // AGN8
}

/** Items that were not begun, in their order. A break is nothing to be discussed, and is not carried. */
export function notReached(agenda: Collection<AgendaItem>): AgendaItem[] {
  return stepsOf(agenda).filter(({ status, kind }) => status === 'pending' && kind !== 'break')
}
