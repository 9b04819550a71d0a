import { expect, test } from 'vitest'
import { csvText } from '../../../electron/host/archive/csv'
import { bundleFiles } from '../../../shared/archive/bundle-files'
import { panelistsOf } from '../../../shared/rubric/panel'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const CANARY = 'Axolotl'

function scored(): MadeReview {
  const review = makeReview()
  const { criteria, people } = review.state().record
  for (const [at, { id }] of panelistsOf(people).entries())
    review.actAs(id, 'submitBallot', {
      marks: Object.keys(criteria).map((criterionId, place) => ({
        ...{ criterionId, levelsAt: [place === 0 ? at : 1], confidence: 'low' as const },
        comment: place === 0 ? `${CANARY} ${at}` : '',
      })),
    })
  return review
}

/** Everything that would be written, as one text for each path; papers as their blocks. */
function written(review: MadeReview, withDesk = false): ReadonlyMap<string, string> {
  const bundle = bundleFiles({ parts: review.parts(), log: review.log, withDesk, version: '1.2.3', present: new Set() })
  return new Map(
    bundle?.files.map((file) => [
      file.path,
      file.kind === 'bytes'
        ? Buffer.from(file.bytes).toString('latin1')
        : file.kind === 'text'
          ? file.text
          : file.kind === 'table'
            ? csvText(file.table)
            : JSON.stringify(file),
    ]),
  )
}

test('[PAN3] [PAN16] before the reveal nothing of a ballot is in any file but those of a private bundle', () => {
  const review = scored()
  const found = [...written(review)].filter(([path, text]) => text.includes(CANARY) || path.includes('panel'))
  expect(found.map(([path]) => path)).toEqual([])
  const own = [...written(review, true)].filter(([, text]) => text.includes(CANARY))
  expect(own.map(([path]) => path)).toEqual(['data/record/desk.json', 'data/record/desk.ydoc'])
})

test('[PAN16] after it every form of the minutes, a table and the record have each score, the consensus and the response', () => {
  const review = scored()
  review.act('revealScores', {})
  const [criterionId = ''] = Object.keys(review.state().record.criteria)
  review.act('setConsensus', { criterionId, points: 1, note: 'Seen together' })
  const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  review.actAs(presenter, 'respondToPanel', { response: 'We add the slice' })
  const files = written(review)
  for (const path of ['minutes/minutes.pdf', 'minutes/minutes.docx', 'minutes/minutes.html', 'minutes/minutes.md', 'index.html'])
    for (const words of [`${CANARY} 0`, `${CANARY} 2`, 'Seen together', 'We add the slice', 'Hana Novák'])
      expect(files.get(`data/${path}`), `${path} ${words}`).toContain(words)
  const scores = files.get('data/panel/scores.csv') ?? ''
  expect(scores.split('\r\n')).toHaveLength(17)
  expect(scores).toMatch(/Quality against production,30,1,2,Hana Novák,0,"?No-go: /)
  expect(files.get('data/ro-crate-metadata.json')).toContain('"crate"')
  expect(files.get('data/record/review.json')).toContain('"panelistId"')
  expect(files.get('data/index.html')).toContain('panel/scores.csv')
})

test('[PAN16] a review without a panel says nothing of one', () => {
  for (const [path, text] of written(makeReview()))
    if (/minutes\.(md|html)$|index\.html$/.test(path)) expect(text).not.toContain('<h2>Panel</h2>')
})
