import type { JSONContent } from '@tiptap/core'
import { createHash } from 'node:crypto'
import { makeReview, type MadeReview, paragraph } from './review-maker'

/** Texts that would do something where they are not taken as text. */
export const hostile = [
  '<script>window.hit = 1</script>',
  '"><img src=x onerror="window.hit = 1">',
  '</title></style><svg onload="window.hit = 1">',
  '<a href="javascript:window.hit=1">x</a>',
  '=HYPERLINK("http://127.0.0.1/x","y")',
  '+1+cmd|calc!A0',
  '@SUM(1)',
  '-2+3',
  '\t=1',
  '=1+1\n=2+2',
  '![x](http://127.0.0.1/p.png)',
  '[x](javascript:alert(1))',
  '</section>& < > " \'',
  '&lt;b&gt; &#60;i&#62;',
  '[x]: http://127.0.0.1/ "y"',
  '---',
  '===',
  '1) no list, - no bullet, # no heading',
  '# no heading',
  '### no heading, nor C# ##',
  '12. no list',
  '- - -',
  '＝1+1',
  ' =1+1',
  '> no quotation',
  '    four blanks are no code',
  '```\nno fence',
  '| no | table |',
  'ends with \\',
] as const

/** A review in which everything that people write is hostile. */
export function hostileReview(): { review: MadeReview; materials: readonly Uint8Array[] } {
  const review = makeReview()
  const [item = ''] = Object.keys(review.state().record.agenda)
  const materials = hostile.map((text) => Buffer.from(text))
  for (const [at, text] of hostile.entries()) {
    review.act('addFeedback', { side: 'reviewer', label: 'risk', text, location: text, requestedChange: text })
    review.act('addAction', { what: text, source: { kind: 'review', id: null } })
    const personId = String(review.act('addPerson', { name: text })[0]?.path[1])
    review.act('recordPreparation', { personId, note: text })
    review.act('addPreparedQuestion', { side: 'reviewer', text, answer: text, askedBy: personId, itemId: item })
    for (const gate of ['entrance', 'exit'] as const) {
      const criterionId = String(review.act('addGateCriterion', { gate, text })[0]?.path[1])
      review.act('decideGateCriterion', { criterionId, status: 'waived', waivedBy: personId, reason: text, evidence: text })
    }
    review.act('parkTopic', { text, itemId: null })
    review.act('editItem', { itemId: item, title: text })
    review.write(item, paragraph(text), {
      type: 'paragraph',
      content: [{ type: 'text', text: 'before' }, { type: 'hardBreak' }, { type: 'text', text }],
    })
    const bytes = materials[at] ?? Buffer.alloc(0)
    const sha512 = createHash('sha512').update(bytes).digest('hex')
    review.act('addMaterial', { name: `${text}${at}.txt`, mediaType: 'text/plain', bytes: bytes.length, sha512 })
  }
  review.act('editReview', { title: hostile[2], subject: hostile.slice(0, 4).join(' '), purpose: hostile.join('\n') })
  return { review, materials }
}

const pieces = [
  'a',
  'B',
  ' ',
  '  ',
  '*',
  '**',
  '_',
  '`',
  '``',
  '#',
  '##',
  '-',
  '--',
  '+',
  '=',
  '==',
  '1.',
  '2)',
  '>',
  '<b>',
  '[',
  ']',
  '](x)',
] as const
const more = ['!', '|', '~~', '\\', '&amp;', '&', '\t', 'http://127.0.0.1/', ':', '---', '<!--', '$', 'é', '漢', 'د'] as const
const marks = [[], [], [], [{ type: 'bold' }], [{ type: 'italic' }], [{ type: 'link', attrs: { href: 'https://example.org/' } }]]

/** A review whose minutes are `count` paragraphs of what means something to Markdown, the same ones each time. */
export function markdownReview(count = 2000): { review: MadeReview; materials: readonly Uint8Array[] } {
  const review = makeReview()
  const [item = ''] = Object.keys(review.state().record.agenda)
  let state = 7
  const upTo = (end: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % end
  }
  const pick = <Value>(values: readonly Value[]): Value => values[upTo(values.length)] as Value
  const text = (): string => Array.from({ length: 1 + upTo(6) }, () => pick([...pieces, ...more])).join('')
  const isMarked = (words: string): boolean => /^[\p{L}]+$/u.test(words)
  const words = (): JSONContent => {
    const said = text()
    return { type: 'text', text: said, marks: isMarked(said) ? pick(marks) : [] }
  }
  const line = (): JSONContent => (upTo(8) === 0 ? { type: 'hardBreak' } : words())
  review.write(
    item,
    ...Array.from({ length: count }, (): JSONContent => ({
      type: 'paragraph',
      content: Array.from({ length: 1 + upTo(3) }, line),
    })),
  )
  return { review, materials: [] }
}
