import { isForInternalOnly, outlineOf } from '../agenda/outline'
import type { CalendarDate } from '../context'
import type { RecordState } from '../record/state'
import { limitsOf } from '../timer/countdown'
import { timelineOf } from '../timer/timeline'
import { asideOf, blocksOf, oneFeedback } from './wall-blocks'
import { isSparse, pagesOf } from './wall-pages'
import { LONGEST_LINE, type WallChoice, type WallItem, type WallView } from './wall-schema'

/** WAL1: the picture for the wall: a pure function of record, choice and day. The desk cannot get in: it is no argument. */
export function wallView(record: RecordState, choice: WallChoice, today: CalendarDate): WallView {
  const review = record.review['review']
  const shown = outlineOf(record.agenda).filter(({ isInternal, isSection }) => !isInternal && !isSection) // WAL2
  const timeline = timelineOf(record.timer)
  const at = shown.findIndex(({ item }) => item.id === timeline.activeItemId)
  const hasBegun = timeline.stretches.length > 0
  const isOver = hasBegun && (review?.status === 'follow-up' || review?.status === 'closed')
  const next = shown.slice(at + 1).find(({ item }) => item.status === 'pending')
  return {
    title: review?.title ?? '',
    subject: [review?.subject, review?.version].filter(Boolean).join(' ').slice(0, LONGEST_LINE),
    items: shown.length,
    status: isOver ? 'over' : !hasBegun ? 'before' : at < 0 ? 'between' : 'item',
    item: isOver || at < 0 ? null : wallItem(record, at),
    next: isOver ? '' : (next?.item.title ?? ''),
    content: contentOf(record, choice, today),
  }

  function wallItem({ people }: RecordState, index: number): WallItem | null {
    const row = shown[index]
    if (!row) return null
    const { item, number } = row
    const allottedMs = Math.max(0, item.plannedMs + (timeline.extendedMs[item.id] ?? 0))
    const own = timeline.stretches.filter((stretch) => stretch.kind === 'running' && stretch.itemId === item.id)
    return {
      number,
      at: index + 1,
      title: item.title,
      presenter: (item.presenterId && people[item.presenterId]?.name) || '',
      breakZone: item.kind === 'break' ? (review?.timeZone ?? 'UTC') : null,
      time: {
        allottedMs,
        ...limitsOf(allottedMs, item, review),
        spentMs: own.reduce((sum, { from, to }) => sum + (to === null ? 0 : to - from), 0),
        runningSince: own.find(({ to }) => to === null)?.from ?? null,
        clockOffsetMs: timeline.clockOffsetMs,
      },
    }
  }
}

function contentOf(record: RecordState, choice: WallChoice, today: CalendarDate): WallView['content'] {
  switch (choice.kind) {
    case 'item':
    case 'blank':
      return { kind: choice.kind }
    case 'message':
      return { kind: 'message', text: choice.text.slice(0, LONGEST_LINE) }
    case 'slide':
      return slide(record, choice)
    default: {
      const one = choice.kind === 'feedback' ? oneFeedback(record, choice.feedbackId ?? null) : null // FB11
      const pages = pagesOf(one ?? blocksOf[choice.kind](record, today))
      const page = Math.min(pages.length, Math.max(1, choice.page))
      const blocks = pages[page - 1] ?? []
      const aside = asideOf(choice.kind, pages, one !== null)
      return { kind: choice.kind, aside, page, pages: pages.length, blocks, isLarge: isSparse(pages) } // WAL14
    }
  }
}

/** SLD2: a page of the review's own materials only; one that belongs to internal items alone is not shown. */
export function mayBeSlide({ materials, agenda }: RecordState, materialId: string): boolean {
  return materials[materialId] !== undefined && !isForInternalOnly(agenda, materialId) // SLD2
}

function slide(record: RecordState, choice: Extract<WallChoice, { kind: 'slide' }>): WallView['content'] {
  const { materialId, page, pages } = choice
  const material = record.materials[materialId]
  if (!material || !mayBeSlide(record, materialId)) return { kind: 'item' }
  return { kind: 'slide', name: material.name, page, pages: Math.max(page, pages), key: slideKey(material.id, page) }
}

/** Under this name the picture of a page goes to the wall. */
export const slideKey = (materialId: string, page: number): string => `${materialId}/${page}`
