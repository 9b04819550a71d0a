import { expect, test } from 'vitest'
import { facePaths } from '../../../../build/faces.mjs'
import { pdfPrinter } from '../../../../electron/host/archive/pdf'
import { minutesPaper } from '../../../../shared/archive/minutes-paper'
import { type Blocks, type Paper, table, text } from '../../../../shared/archive/paper'
import { summaryPaper } from '../../../../shared/archive/summary-paper'
import { emptyReview } from '../../../helpers/empty-review'
import { fullReview } from '../../../helpers/full-review'
import { heavyReview } from '../../../helpers/heavy-review'
import { hostile, hostileReview } from '../../../helpers/hostile-review'
import { viewOf } from '../../../helpers/view-of'
import { pagesOf, pdfInside } from '../../helpers/pdf-inside'

const print = pdfPrinter(facePaths)
const paper = (more: Partial<Paper>): Paper => ({
  ...{ title: 'T', kind: 'K', subtitle: '', foot: 'F', format: 'a4', isOnePage: false, at: Date.UTC(2026, 10, 24, 9, 5, 7) },
  ...{ program: 'Review Room 1', blocks: [], ...more },
})

test('[RND1] minutes are tagged, outlined and in English, with every face of ours and no other in them', () => {
  const { bytes, replaced } = print(minutesPaper(viewOf(heavyReview().review)))
  const inside = pdfInside(bytes)
  for (const mark of ['/StructTreeRoot', '/Outlines', '/Lang', '/TH', '/Table', '/H1']) expect(inside, mark).toContain(mark)
  expect(replaced).toEqual([])
  const fonts = [...inside.matchAll(/\/FontName ?\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
  expect([...new Set(fonts)].sort()).toEqual([
    'Aroom-Bold',
    'Aroom-Regular',
    'RoomSans-Regular',
    'RoomSans-SemiBold',
    'RoomSansSC-Regular',
  ])
  expect([...inside.matchAll(/\/FontFile[23]? /g)]).toHaveLength(5)
})

test('[ARC3] the same record is the same PDF, also from a program started anew; its date is the last change', () => {
  const anew = pdfPrinter(facePaths)
  for (const set of [minutesPaper, summaryPaper]) {
    const [one, other] = [print(set(viewOf(fullReview().review))), anew(set(viewOf(fullReview().review)))]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  }
  expect(pdfInside(print(paper({})).bytes)).toContain('D:20261124090507Z')
})

test('[RND6] what no face has stands as its number and is told; controls, halves of letters and marks are left out', () => {
  const { bytes, replaced } = print(
    paper({ title: 'שלום', blocks: [text('a\u0000\u0007\ufeff\ud800\uffff \ue000 \u{11111} 😀 漢 한 ع ✓')] }),
  )
  expect([...replaced].sort()).toEqual(['\ue000', 'ו', 'ל', 'ם', 'ש', '\u{11111}'].sort())
  expect(bytes.length).toBeGreaterThan(5_000)
  const { replaced: second } = print(paper({ blocks: [text('שלום'), table([{ title: 'ש', share: 1 }], [['ש']])] }))
  expect(second).toHaveLength(4)
})

test('[RND6] nothing that was written is markup, and nothing makes the setting fail', () => {
  const markup = [
    '#read("/etc/passwd")',
    '#panic()',
    '$x^2$',
    '= heading',
    '*a* _b_ `c`',
    '#{',
    '\\u{41}',
    '@label <label>',
    '"',
    '\\',
    '\n\n',
    '',
  ]
  const blocks = [...hostile, ...markup].flatMap((words): Blocks => [text(words), { kind: 'code', text: words }])
  for (const title of ['#panic()', '']) expect(print(paper({ title, foot: title, subtitle: title, blocks })).replaced).toEqual([])
  expect(print(minutesPaper(viewOf(hostileReview().review))).replaced).toEqual([])
})

test('[RND2] the executive summary of any review at hand is one page, in both sizes of paper', () => {
  for (const [review, format] of [
    [emptyReview(), 'a4'],
    [heavyReview().review, 'a4'],
    [heavyReview().review, 'us-letter'],
  ] as const)
    expect(pagesOf(print({ ...summaryPaper(viewOf(review)), format }).bytes)).toBe(1)
})

test('[RND1] a long paper goes over pages, and a long text in a cell does not leave its page', () => {
  const rows = Array.from({ length: 60 }, (_, at) => [String(at), 'x'.repeat(at === 7 ? 12_000 : 200)])
  const long = paper({
    blocks: [
      table(
        [
          { title: 'No.', share: null, isNumber: true },
          { title: 'Text', share: 3 },
        ],
        rows,
      ),
    ],
  })
  expect(pagesOf(print(long).bytes)).toBeGreaterThan(4)
})
