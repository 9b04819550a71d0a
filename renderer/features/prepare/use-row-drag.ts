import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components'
import type { AgendaItem } from '../../../shared/agenda/item'
import type { Collection } from '../../../shared/review/fields'

/** Tells a dragged row from what is dragged in from elsewhere. */
export const ROW_TYPE = 'application/x-review-room-item'

/** Rows dragged among themselves: between two, or on one to stand under it. */
export function useRowDrag(
  mayEdit: boolean,
  agenda: Collection<AgendaItem>,
  onMove: (itemId: string, targetId: string, position: 'before' | 'after' | 'on') => void,
): DragAndDropHooks {
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': agenda[String(key)]?.title ?? '', [ROW_TYPE]: String(key) })),
    acceptedDragTypes: [ROW_TYPE],
    onMove({ keys, target }) {
      for (const key of keys) onMove(String(key), String(target.key), target.dropPosition)
    },
  })
  return dragAndDropHooks
}
