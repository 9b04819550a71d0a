import { expect, test } from 'vitest'
import { inOrder } from '../../../shared/review/fields'
import { panelistsOf } from '../../../shared/rubric/panel'
import { wallView } from '../../../shared/wall/wall-view'
import { makeReview } from '../../helpers/review-maker'

const CANARY = 'Axolotl'
const levels = [0, 2, 4].map((points) => ({ points, anchor: `Anchor of ${points}` }))

test('[WAL16] before the reveal the wall knows nothing of the scores; after it their sum, places and words, never whose they are or why', () => {
  const review = makeReview()
  review.act('importRubric', {
    criteria: [
      { name: 'Reproducibility', weight: 75, levels, passPoints: 2 },
      { name: 'Monitoring', weight: 25, levels },
      { name: 'Nobody scored it', weight: 0, levels },
    ],
    replaces: true,
  })
  const [first, second, third] = inOrder(review.state().record.criteria).map(({ id }) => id)
  const panel = panelistsOf(review.state().record.people)
  const shown = () => {
    const { content } = wallView(review.state().record, { kind: 'panel', page: 1 }, '2026-12-01')
    return content.kind === 'panel' ? content.blocks : []
  }
  panel.forEach(({ id }, at) => {
    const mark = (criterionId = '', level = 0) => ({
      ...{ criterionId, levelsAt: [level], confidence: 'high' as const, comment: CANARY, recusal: '' },
    })
    const standsBack = (criterionId = '') => ({ criterionId, levelsAt: [], confidence: null, comment: '', recusal: CANARY })
    const marks = [mark(first, [2, 0, 1][at]), at === 2 ? standsBack(second) : mark(second, 2), standsBack(third)]
    review.actAs(id, 'submitBallot', { marks })
  })
  expect(shown()).toEqual([{ kind: 'text', text: 'The panel has not revealed its scores yet.', isQuiet: true }])

  review.act('revealScores', {})
  const [badge, ...rows] = shown()
  expect(badge).toEqual({ kind: 'badge', text: '62.5 %', tone: 'danger', note: '1 of 3 criteria failed; 3 of 3 scored' })
  expect(rows).toEqual([
    {
      ...{ kind: 'scores', text: 'Reproducibility', tone: 'danger', who: 'lowest 0 of 4', when: '\u26a0\ufe0e failed, below 2' },
      dots: [0, 0.5, 1].map((at) => ({ at, isFar: false })),
      ...{ middle: 0.5, agreed: null, pass: 0.5 },
    },
    {
      ...{ kind: 'scores', text: 'Monitoring', tone: 'neutral', who: '4 of 4', when: 'all agree' },
      dots: [1, 1].map((at) => ({ at, isFar: false })),
      ...{ middle: 1, agreed: null, pass: null },
    },
    {
      ...{ kind: 'scores', text: 'Nobody scored it', tone: 'neutral', who: 'Not scored', when: '', dots: [] },
      ...{ middle: null, agreed: null, pass: null },
    },
  ])
  const words = JSON.stringify(shown())
  for (const { id, name } of panel) expect([words.includes(id), words.includes(name)], name).toEqual([false, false])
  expect(words).not.toContain(CANARY)

  review.act('setConsensus', { criterionId: first ?? '', points: 4 })
  const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  review.actAs(presenter, 'respondToPanel', { response: 'We measure again' })
  expect(shown()).toContainEqual(expect.objectContaining({ text: 'Reproducibility', who: '4 of 4', when: 'agreed', agreed: 1 }))
  expect(shown()[0]).toMatchObject({ text: '100 %', tone: 'ok', note: 'no criterion failed; 3 of 3 scored' })
  expect(shown().at(-1)).toEqual({ kind: 'text', text: 'We measure again', isQuiet: false })
})
