import { expect, test } from 'vitest'
import { ballotsIn, isPanelist, lateBallots } from '../../../shared/rubric/panel'
import { twoWindows } from '../../helpers/two-windows'

/** Who scores in the review of two windows, and marks for each criterion. */
function panelOf(window: ReturnType<typeof twoWindows>['one']) {
  const { people, criteria } = window.record()
  const [first = '', second = ''] = Object.values(people)
    .filter(isPanelist)
    .map(({ id }) => id)
  const marks = Object.keys(criteria).map((criterionId) => ({ criterionId, levelsAt: [0], confidence: 'low' as const }))
  return { first, second, marks, criterionId: Object.keys(criteria)[0] ?? '' }
}

test('[PAN20] a ballot sealed in one window while the other changed the rubric does not count as in, and is not revealed', () => {
  const { one, two, meet } = twoWindows()
  const { first, second, marks, criterionId } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  two.act('editCriterion', { criterionId, levels: [0, 9].map((points) => ({ points, anchor: '' })) })
  const { people, criteria } = meet()
  expect(ballotsIn(people, one.desk().ballots, criteria)).toMatchObject({ given: 0 })
  expect(() => one.act('revealScores', {})).toThrow('No ballot is in yet')
  one.act('submitBallot', { marks }, second)
  one.act('revealScores', {})
  expect(new Set(Object.values(meet().scores).map(({ panelistId }) => panelistId))).toEqual(new Set([second]))
  expect(Object.keys(two.desk().ballots), 'it is kept').toEqual([first])
  expect(() => one.act('revealScores', {})).toThrow('revealed already')
  two.act('takeBallotBack', { panelistId: first })
  meet()
  expect(one.desk().ballots).toEqual({})
})

test('[PAN20] order, weight and what passes change nothing of what a ballot says', () => {
  const { one, two, meet } = twoWindows()
  const { first, marks, criterionId } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  two.act('editCriterion', { criterionId, weight: 77 })
  two.act('moveCriterion', { criterionId, beforeId: null })
  const { people, criteria } = meet()
  expect(ballotsIn(people, one.desk().ballots, criteria)).toMatchObject({ given: 1 })
})

test('[PAN21] a ballot sealed before its window heard of the reveal is revealed too, but never over scores', () => {
  const { one, two, meet } = twoWindows()
  const { first, second, marks } = panelOf(one)
  one.act('submitBallot', { marks }, first)
  one.act('revealScores', {})
  two.act('submitBallot', { marks }, second)
  two.act('submitBallot', { marks: marks.map((mark) => ({ ...mark, levelsAt: [1] })) }, first)
  const before = meet()
  expect(lateBallots(before, one.desk().ballots).map(({ id }) => id)).toEqual([second])
  two.act('revealScores', {})
  const { scores, panel } = meet()
  expect(scores).toMatchObject(before.scores)
  expect(Object.values(scores).filter(({ panelistId }) => panelistId === second)).toHaveLength(marks.length)
  expect(panel).toEqual(before.panel)
  expect(Object.keys(one.desk().ballots), 'given twice: the revealed one stands').toEqual([first])
})
