// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { docxFile } from '../../../../electron/host/archive/docx'
import { minutesPaper } from '../../../../shared/archive/minutes-paper'
import { fullReview } from '../../../helpers/full-review'
import { hostileReview } from '../../../helpers/hostile-review'
import type { MadeReview } from '../../../helpers/review-maker'
import { viewOf } from '../../../helpers/view-of'
import { zipParts } from '../../helpers/zip-parts'

const fileOf = (review: MadeReview) => docxFile(minutesPaper(viewOf(review)))
const link = { type: 'text', text: 'the page', marks: [{ type: 'link', attrs: { href: 'https://example.org/a?b=1&c=2' } }] }

function withLinks(): MadeReview {
  const { review, ids } = fullReview()
  review.write(ids.item, { type: 'paragraph', content: [link, { type: 'text', text: ' and ' }, link] })
  review.write(ids.item, {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'third' }] }] }],
  })
  return review
}

test('[RND3] headings, lists and tables are what an editor knows as such, in the direction of their text', async () => {
  const parts = await zipParts(await fileOf(withLinks()))
  expect([...parts.keys()][0]).toBe('[Content_Types].xml')
  const document = parts.get('word/document.xml') ?? ''
  for (const style of ['Title', 'Heading1', 'Heading2', 'Column', 'Cell'])
    expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
  for (const tag of ['<w:tblHeader/>', '<w:cantSplit/>', '<w:numPr>', '<w:bidi/>', '<w:rtl/>'])
    expect(document, tag).toContain(tag)
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="https://example.org/a?b=1&amp;c=2"')
  expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="3"/>')
})

test('[ARC3] the same record is the same DOCX: dates of the last change, ids of links by their order', async () => {
  const [one, other] = [await fileOf(withLinks()), await fileOf(withLinks())]
  expect(Buffer.compare(one, other)).toBe(0)
  const parts = await zipParts(one)
  const ids = [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(ids.map((_, at) => `rId${at + 1}`))
  for (const [, id] of (parts.get('word/document.xml') ?? '').matchAll(/r:id="([^"]+)"/g)) expect(ids).toContain(id)
  expect(parts.get('docProps/core.xml')).toContain('>2026-11-24T10:30:00Z</dcterms:modified>')
})

test('[RND6] every part is well-formed and holds what was written, whatever that was', async () => {
  const odd = fullReview().review
  odd.act('editReview', { title: 'a\u0000\u0008\ufffe <w:p/> & ]]> \ud800 😀' })
  for (const review of [hostileReview().review, odd]) {
    const parts = await zipParts(await fileOf(review))
    for (const [path, text] of parts) {
      const parsed = new DOMParser().parseFromString(text, 'text/xml')
      expect(parsed.querySelector('parsererror'), path).toBe(null)
    }
    expect(parts.get('word/document.xml')).toContain('&lt;')
  }
}, 30_000)
