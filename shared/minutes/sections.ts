import type { AgendaItem } from '../agenda/item'
import { outlineOf } from '../agenda/outline'
import type { Collection } from '../review/fields'

/** One section of the sheet; `itemId` null: what belongs to no item. */
export interface Section {
  readonly itemId: string | null
  /** `2.1`, '' for none. */
  readonly number: string
  readonly title: string
}

/** The sheet from top to bottom: every agenda item, then the general section. */
export function sectionsOf(agenda: Collection<AgendaItem>): Section[] {
  const items = outlineOf(agenda).map(({ item, number }): Section => ({ itemId: item.id, number, title: item.title }))
  return [...items, { itemId: null, number: '', title: 'General' }]
}
