import type { AgendaItem } from '../agenda/item'
import { type Collection, inOrder } from '../review/fields'

/** One section of the sheet; `itemId` null: what belongs to no item. */
export interface Section {
  readonly itemId: string | null
  /** 0 for none. */
  readonly number: number
  readonly title: string
}

/** The sheet from top to bottom: every agenda item, then the general section. */
export function sectionsOf(agenda: Collection<AgendaItem>): Section[] {
  const items = inOrder(agenda).map((item, at): Section => ({ itemId: item.id, number: at + 1, title: item.title }))
  return [...items, { itemId: null, number: 0, title: 'General' }]
}
