import { expect, test } from 'vitest'
import { inOrder } from '../../../shared/review/fields'
import { panelistsOf } from '../../../shared/rubric/panel'
import { criterionSchema, rangeOf } from '../../../shared/rubric/criterion'
import { ticksOf } from '../../../shared/rubric/scale'
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
    const recused = (criterionId = '') => ({ criterionId, levelsAt: [], confidence: null, comment: '', recusal: CANARY })
    const marks = [mark(first, [2, 0, 1][at]), at === 2 ? recused(second) : mark(second, 2), recused(third)]
    review.actAs(id, 'submitBallot', { marks })
  })
  expect(shown()).toEqual([{ kind: 'text', text: 'The panel has not revealed its scores yet.', isQuiet: true }])

  review.act('revealScores', {})
  const [badge, ...rows] = shown()
  expect(badge).toEqual({
    ...{ kind: 'badge', text: 'Weighted score 62.5 %', tone: 'danger', isProposed: false },
    note: '1 of 3 criteria failed; 3 of 3 scored',
  })
  const ticks = [0, 2, 4].map((points) => ({ at: points / 4, words: String(points), isPass: false }))
  expect(rows).toEqual([
    {
      ...{ kind: 'scores', text: 'Reproducibility', tone: 'danger', who: 'lowest 0 of 4', when: '\u26a0\ufe0e failed, below 2' },
      dots: [0, 0.5, 1].map((at) => ({ at, isFar: false })),
      ...{ middle: 0.5, agreed: null, pass: 0.5, isHigh: true },
      ticks: ticks.with(1, { at: 0.5, words: '2 pass', isPass: true }),
    },
    {
      ...{ kind: 'scores', text: 'Monitoring', tone: 'neutral', who: '4 of 4', when: 'all agree' },
      dots: [1, 1].map((at) => ({ at, isFar: false })),
      ...{ middle: 1, agreed: null, pass: null, ticks, isHigh: true },
    },
    {
      ...{ kind: 'scores', text: 'Nobody scored it', tone: 'neutral', who: 'Not scored', when: '', dots: [] },
      ...{ middle: null, agreed: null, pass: null, ticks, isHigh: true },
    },
  ])
  const words = JSON.stringify(shown())
  for (const { id, name } of panel) expect([words.includes(id), words.includes(name)], name).toEqual([false, false])
  expect(words).not.toContain(CANARY)

  review.act('setConsensus', { criterionId: first ?? '', points: 4 })
  const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  review.actAs(presenter, 'respondToPanel', { response: 'We measure again' })
  expect(shown()).toContainEqual(expect.objectContaining({ text: 'Reproducibility', who: '4 of 4', when: 'agreed', agreed: 1 }))
  expect(shown()[0]).toMatchObject({ text: 'Weighted score 100 %', tone: 'ok', note: 'no criterion failed; 3 of 3 scored' })
  expect(shown().at(-1)).toEqual({ kind: 'text', text: 'We measure again', isQuiet: false })
})

test('[WAL22] five criteria have high rows on their page; with more, or a long response, all rows are as low as before', () => {
  const rows = (count: number, response = '') => {
    const review = makeReview()
    const criteria = Array.from({ length: count }, (_, at) => ({ name: `Criterion ${at}`, levels, passPoints: 2 }))
    review.act('importRubric', { criteria, replaces: true })
    const [person] = panelistsOf(review.state().record.people)
    const marks = inOrder(review.state().record.criteria).map(({ id }) => ({
      ...{ criterionId: id, levelsAt: [1], confidence: 'high' as const, comment: '', recusal: '' },
    }))
    review.actAs(person?.id ?? '', 'submitBallot', { marks })
    review.act('revealScores', {})
    const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
    if (response !== '') review.actAs(presenter, 'respondToPanel', { response })
    const { content } = wallView(review.state().record, { kind: 'panel', page: 1 }, '2026-12-01')
    if (content.kind !== 'panel') throw new Error('no panel')
    return [content.pages, content.blocks.flatMap((block) => (block.kind === 'scores' ? [block.isHigh] : [])).every(Boolean)]
  }
  expect([rows(1), rows(5), rows(6)]).toEqual([[1, true], [1, true], [1, false]]) // prettier-ignore
  expect(rows(5, 'We measure again.')).toEqual([1, false])
})

test('[WAL22] figures under a scale keep their distance: what passes stays, its neighbours give way', () => {
  const shown = (points: readonly number[], passPoints: number | null) => {
    const criterion = criterionSchema.parse({
      ...{ id: 'c', order: 'a', name: 'C', weight: 1, passPoints },
      levels: points.map((each) => ({ points: each, anchor: '' })),
    })
    return ticksOf({ criterion, ...rangeOf(criterion) }).map((tick) => `${tick.points}${tick.isPass ? ' pass' : ''}`)
  }
  expect(shown([1, 2, 3, 4, 5], 3)).toEqual(['1', '2', '3 pass', '4', '5'])
  expect(shown([0, 50, 100], 95)).toEqual(['0', '50', '95 pass'])
  expect(shown([0, 1, 2, 3, 4, 5, 6], null)).toEqual(['0', '6'])
})
