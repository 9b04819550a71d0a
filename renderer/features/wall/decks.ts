import { outlineOf } from '../../../shared/agenda/outline'
import type { RecordState } from '../../../shared/record/state'
import { inOrder } from '../../../shared/review/fields'
import type { Material } from '../../../shared/review/materials'
import { timelineOf } from '../../../shared/timer/timeline'
import { mayBeSlide } from '../../../shared/wall/wall-view'
import type { WallStore } from './wall-store'

/** Materials that can be shown as slides, those of the current item first. */
export function decksOf(record: RecordState): Material[] {
  const { activeItemId } = timelineOf(record.timer)
  const own = outlineOf(record.agenda).find(({ item }) => item.id === activeItemId)?.item.materialIds ?? []
  const decks = inOrder(record.materials).filter((material) => isDeck(material) && mayBeSlide(record, material.id))
  return [...decks.filter(({ id }) => own.includes(id)), ...decks.filter(({ id }) => !own.includes(id))]
}

export function firstDeck(record: RecordState): string | undefined {
  return decksOf(record)[0]?.id
}

/** Takes other slides in hand, from their first page. */
export function takeDeck(wall: WallStore, materialId: string | undefined): void {
  if (materialId === undefined || wall.getState().deck?.materialId === materialId) return
  wall.setState({ deck: { materialId, page: 1, pages: 1 } })
}

function isDeck({ name, mediaType }: Material): boolean {
  return mediaType === 'application/pdf' || /\.pdf$/i.test(name)
}
