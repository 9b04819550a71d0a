// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { csvText } from '../../../../electron/host/archive/csv'
import { hostile, hostileReview } from '../../../helpers/hostile-review'
import { filesOf, newPlace, saveReview, storeBytes } from '../../helpers/bundles'

async function hostileBundle() {
  const place = newPlace()
  const { review, materials } = hostileReview()
  materials.forEach((bytes) => storeBytes(place.materialsFolder, bytes))
  return { files: await filesOf((await saveReview(review, place)).path) }
}

test('[ARC6] pages of a bundle run nothing and load nothing, whatever was written into the review', async () => {
  const { files } = await hostileBundle()
  const pages = [...files].filter(([path]) => path.endsWith('.html'))
  expect(pages).toHaveLength(3)
  for (const [path, bytes] of pages) {
    const document = new DOMParser().parseFromString(bytes.toString(), 'text/html')
    expect(document.querySelectorAll('script, iframe, object, embed, svg:not(.time-chart), form, base, link'), path).toHaveLength(
      0,
    )
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name, path).not.toMatch(/^on/)
        if (name === 'href' || name === 'src') expect(value, path).not.toMatch(/^(javascript|data|\/|\\|[a-z]+:\/\/)/i)
      }
    // Everything is there, as text.
    if (!path.includes('ro-crate'))
      for (const text of hostile.slice(0, 2)) expect(document.body.textContent, path).toContain(text)
  }
})

test('[ARC6] no cell of a table is a formula, and no Markdown is more than its words', async () => {
  const { files } = await hostileBundle()
  for (const [path, bytes] of files) {
    const text = bytes.toString()
    if (path.endsWith('.csv')) expect(text, path).not.toMatch(/(^|\r\n|,)"?[=+\-@\t]/)
    if (path.endsWith('.md')) expect(text.replace(/\\[\s\S]/g, ''), path).not.toMatch(/<[a-z/!]|\]\(/i)
  }
})

test('[ARC6] a text of several lines is one cell, and its rows stay whole', () => {
  expect(csvText([['a\nb', 'c\rd', '=1\n=2']])).toBe('\ufeff"a\nb","c\rd","\'=1\n=2"\r\n')
})
