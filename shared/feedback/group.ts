import type { Collection } from '../review/fields'
import type { FeedbackItem } from './item'

type Placed = Pick<FeedbackItem, 'id' | 'underId'>

/**
 * FB8: the item under which one stands; null when it stands by itself. Groups have one level: what stands under an item that itself stands under
 * another, or that is gone or not revealed, stands by itself, so that windows which group at once never hide anything.
 */
export function headOf<Item extends Placed>(items: Collection<Item>, { id, underId }: Placed): Item | null {
  const head = underId === null || underId === id ? undefined : items[underId]
  return head && (head.underId === null || items[head.underId] === undefined) ? head : null
}

/** FB8: the items that stand under one. */
export function membersOf<Item extends Placed>(items: Collection<Item>, headId: string): Item[] {
  return Object.values(items).filter((item) => headOf(items, item)?.id === headId)
}
