import { describe, expect, test } from 'vitest'
import { minutesHtml } from '../../../shared/minutes/render-html'
import { minutesMarkdown } from '../../../shared/minutes/render-markdown'
import { deckOf, slideWordsIn, withSlideLinks } from '../../../shared/minutes/slide-links'
import { emptyRecord } from '../../../shared/record/state'

const pagesOf = (text: string) => slideWordsIn(text).map(({ from, to, page }) => [text.slice(from, to), page])

test.each([
  ['Slide 7 shows the error.', [['Slide 7', 7]]],
  [
    'see slide 12, then SLIDE 3',
    [
      ['slide 12', 12],
      ['SLIDE 3', 3],
    ],
  ],
  ['slide\u00a07 (Übersicht)', [['slide\u00a07', 7]]],
  ['slide 0, slide 12345, slide 3.5, slide seven, landslide 7, slide 7b, slide7', []],
  ['On slide 3. Next.', [['slide 3', 3]]],
])('[SLD6] slides named in “%s”', (text, expected) => {
  expect(pagesOf(text)).toEqual(expected)
})

const material = (id: string, name: string) => ({ id, name }) as never
const record = {
  ...emptyRecord,
  agenda: {
    a: { id: 'a', materialIds: ['pdf'] },
    b: { id: 'b', materialIds: ['pdf', 'other'] },
    c: { id: 'c', materialIds: ['text'] },
  } as never,
  materials: { pdf: material('pdf', 'Deck.PDF'), other: material('other', 'b.pdf'), text: material('text', 'a.md') },
}
const shown = (id: string, at: number, materialId: string, itemId: string | null) => ({
  [id]: { id, at, materialId, page: 1, itemId },
})

describe('[SLD6] whose pages an item calls slides', () => {
  test('its only PDF, else nothing', () => {
    expect(deckOf(record, 'a')).toBe('pdf')
    expect(deckOf(record, 'b')).toBe(null)
    expect(deckOf(record, 'c')).toBe(null)
    expect(deckOf(record, null)).toBe(null)
  })
  test('before that what was shown last while it ran, unless it was removed', () => {
    const slides = {
      ...shown('1', 5, 'pdf', 'b'),
      ...shown('2', 9, 'other', 'b'),
      ...shown('3', 11, 'gone', 'b'),
      ...shown('4', 12, 'pdf', 'a'),
    }
    expect(deckOf({ ...record, slides }, 'b')).toBe('other')
  })
})

const paragraph = (...content: object[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const references = { lineText: () => null, urlOf: (id: string) => (id === 'pdf' ? '../materials/A%20%26%20B.pdf' : '') }

test('[SLD6] links are made of the words when minutes are written out, with their marks; code and links stay', () => {
  const json = paragraph(
    { type: 'text', text: 'On slide 3 ', marks: [{ type: 'bold' }] },
    { type: 'text', text: 'slide 4', marks: [{ type: 'code' }] },
    { type: 'text', text: 'slide 5', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] },
  )
  const linked = withSlideLinks(json, 'pdf')
  expect(minutesHtml(linked, references)).toContain(
    '<strong>On </strong><a href="../materials/A%20%26%20B.pdf#page=3"><strong>slide 3</strong></a>',
  )
  expect(minutesHtml(linked, references).match(/#page/g)).toHaveLength(1)
  expect(minutesMarkdown(linked, references)).toContain('**[slide 3](<../materials/A%20%26%20B.pdf#page=3>)**')
  expect(withSlideLinks(json, null)).toBe(json)
})

test('[SLD6] without the file the words stay words', () => {
  const linked = withSlideLinks(paragraph({ type: 'text', text: 'slide 3' }), 'gone')
  expect(minutesHtml(linked, references)).toBe('<p>slide 3</p>')
  expect(minutesMarkdown(linked, references)).toBe('slide 3')
})
