import { type JSONContent, Mark } from '@tiptap/core'
import type { AgendaItem } from '../agenda/item'
import type { ShownSlide } from '../agenda/slide'
import type { Collection } from '../review/fields'
import type { Material } from '../review/materials'

/** Words that name a slide: where they stand in the text, and the page they mean, from 1. */
export interface SlideWords {
  readonly from: number
  readonly to: number
  readonly page: number
}

/** SLD6: "slide 7", in any case; a number that no deck has is a number. */
export function slideWordsIn(text: string): SlideWords[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_])slides?[ \u00a0]{1,3}([1-9]\d{0,3})(?![\p{L}\p{N}_]|[.,]\d)/giu)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    page: Number(found[1]),
  }))
}

interface Decks {
  readonly agenda: Collection<AgendaItem>
  readonly materials: Collection<Material>
  readonly slides: Collection<ShownSlide>
}

/** SLD6: the material whose pages an agenda item calls slides: the one shown last while it ran, else its only PDF; null when there is none. */
export function deckOf({ agenda, materials, slides }: Decks, itemId: string | null): string | null {
  const shown = Object.values(slides)
    .filter((slide) => slide.itemId === itemId && materials[slide.materialId])
    .sort((left, right) => left.at - right.at)
    .at(-1)
  if (shown) return shown.materialId
  const item = itemId === null ? undefined : agenda[itemId]
  const papers = (item?.materialIds ?? []).filter((id) => /\.pdf$/i.test(materials[id]?.name ?? ''))
  return papers.length === 1 ? (papers[0] ?? null) : null
}

/** Made when minutes are shown or saved, never stored: what stands in the document is the words. */
export const slideLink = 'slideLink'
export const SlideLink = Mark.create({
  name: slideLink,
  addAttributes: () => ({ materialId: { default: '' }, page: { default: 1 } }),
  renderHTML: () => ['span', 0],
})

/** SLD6: the same minutes, with each "slide 7" a link to that page of the deck; code and what is a link already stay. */
export function withSlideLinks(json: JSONContent, materialId: string | null): JSONContent {
  if (materialId === null || json.type === 'codeBlock') return json
  const content = json.content?.flatMap((node): JSONContent[] => {
    const { text, marks = [] } = node
    if (text === undefined) return [withSlideLinks(node, materialId)]
    if (marks.some(({ type }) => type === 'code' || type === 'link')) return [node]
    const parts: JSONContent[] = []
    let end = 0
    for (const { from, to, page } of slideWordsIn(text)) {
      if (from > end) parts.push({ ...node, text: text.slice(end, from) })
      parts.push({ ...node, text: text.slice(from, to), marks: [...marks, { type: slideLink, attrs: { materialId, page } }] })
      end = to
    }
    return end === 0 ? [node] : [...parts, ...(end < text.length ? [{ ...node, text: text.slice(end) }] : [])]
  })
  return content ? { ...json, content } : json
}
