// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { makeReview, paragraph } from '../../../helpers/review-maker'
import { addMaterial, filesOf, newPlace, saveReview } from '../../helpers/bundles'

const hostile = [
  '<script>window.hit = 1</script>',
  '"><img src=x onerror="window.hit = 1">',
  '</title></style><svg onload="window.hit = 1">',
  '<a href="javascript:window.hit=1">x</a>',
  '=HYPERLINK("http://127.0.0.1/x","y")',
  '+1+cmd|calc!A0',
  '@SUM(1)',
  '-2+3',
  '\t=1',
  '![x](http://127.0.0.1/p.png)',
  '[x](javascript:alert(1))',
  '</section>& < > " \'',
]

async function hostileBundle() {
  const place = newPlace()
  const review = makeReview()
  const [item = ''] = Object.keys(review.state().record.agenda)
  for (const [at, text] of hostile.entries()) {
    review.act('addFeedback', { side: 'reviewer', label: 'risk', text, location: text })
    review.act('addAction', { what: text, source: { kind: 'review', id: null } })
    review.act('addPerson', { name: text })
    review.act('parkTopic', { text, itemId: null })
    review.act('editItem', { itemId: item, title: text })
    review.write(item, paragraph(text))
    addMaterial(review, place.materialsFolder, `${text}${at}.txt`, Buffer.from(text))
  }
  review.act('editReview', { title: hostile[2] ?? '', subject: hostile.join(' '), purpose: hostile.join('\n') })
  return { files: await filesOf((await saveReview(review, place)).path) }
}

test('[ARC6] pages of a bundle run nothing and load nothing, whatever was written into the review', async () => {
  const { files } = await hostileBundle()
  const pages = [...files].filter(([path]) => path.endsWith('.html'))
  expect(pages).toHaveLength(2)
  for (const [path, bytes] of pages) {
    const document = new DOMParser().parseFromString(bytes.toString(), 'text/html')
    expect(document.querySelectorAll('script, iframe, object, embed, svg, form, base, link'), path).toHaveLength(0)
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name, path).not.toMatch(/^on/)
        if (name === 'href' || name === 'src') expect(value, path).not.toMatch(/^(javascript|data|\/|\\|[a-z]+:\/\/)/i)
      }
    // Everything is there, as text.
    for (const text of [hostile[0] ?? '', hostile[1] ?? '']) expect(document.body.textContent, path).toContain(text)
  }
})

test('[ARC6] no cell of a table is a formula, and no Markdown is more than its words', async () => {
  const { files } = await hostileBundle()
  for (const [path, bytes] of files) {
    const text = bytes.toString()
    if (path.endsWith('.csv')) expect(text, path).not.toMatch(/(^|[\n,])"?[=+\-@\t]/)
    if (path.endsWith('.md')) expect(text.replace(/\\[\s\S]/g, ''), path).not.toMatch(/<[a-z/!]|\]\(/i)
  }
})
