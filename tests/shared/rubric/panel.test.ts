import { expect, test } from 'vitest'
import { readRecord } from '../../../shared/record/document'
import { verbs } from '../../../shared/record/verbs'
import { inOrder } from '../../../shared/review/fields'
import { ballotsIn, panelistsOf } from '../../../shared/rubric/panel'
import { panelResults } from '../../../shared/rubric/results'
import type { Confidence } from '../../../shared/rubric/score'
import { wallKinds } from '../../../shared/wall/wall-schema'
import { wallView } from '../../../shared/wall/wall-view'
import { makeReview, type MadeReview } from '../../helpers/review-maker'

const levels = [0, 2, 4].map((points) => ({ points, anchor: `Anchor of ${points}` }))
const CANARY = 'Axolotl'

interface Room {
  readonly review: MadeReview
  /** Ids of two criteria, one with a line to pass. */
  readonly criteria: readonly [string, string]
  readonly panel: readonly string[]
  mark(levelAt: number, words?: string): { criterionId: string; levelsAt: number[]; confidence: Confidence; comment: string }[]
}

/** A rubric of two criteria, and the three of the sample who score. */
function openRoom(): Room {
  const review = makeReview()
  const names = [
    { name: 'Reproducibility', weight: 75, levels, passPoints: 2 },
    { name: 'Monitoring', weight: 25, levels },
  ]
  review.act('importRubric', { criteria: names, replaces: true })
  const [first, second] = inOrder(review.state().record.criteria).map(({ id }) => id)
  const criteria = [first ?? '', second ?? ''] as const
  const panel = panelistsOf(review.state().record.people).map(({ id }) => id)
  return {
    review,
    criteria,
    panel,
    mark: (levelAt, comment = '') =>
      criteria.map((criterionId) => ({ criterionId, levelsAt: [levelAt], confidence: 'high', comment })),
  }
}

const presenterOf = ({ review }: Room): string =>
  Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''

/** Runs a verb as that person; answers the rule that refuses it. */
function asked(act: () => unknown): string {
  try {
    act()
    return 'ok'
  } catch (error) {
    return /"rule":"([A-Z]+\d+)"/.exec(String(error))?.[1] ?? String(error)
  }
}

test('[PAN1] reviewers and decision makers score; a presenter, the facilitator and somebody unknown do not', () => {
  const room = openRoom()
  const { review, panel, mark } = room
  expect(panel).toHaveLength(3)
  for (const id of panel) expect(asked(() => review.actAs(id, 'submitBallot', { marks: mark(1) }))).toBe('ok')
  const facilitator = Object.values(review.state().record.people).find(({ roles }) => roles.includes('facilitator'))?.id ?? ''
  for (const id of [presenterOf(room), facilitator, 'gone'])
    expect(asked(() => review.actAs(id, 'submitBallot', { marks: mark(1) }))).toBe('PAN1')
  expect(review.rule('submitBallot', { marks: mark(1) })).toBe('PAN1')
})

test('[PAN2] a criterion that cannot be scored as it stands is refused', () => {
  const { review, criteria } = openRoom()
  const [criterionId] = criteria
  expect(review.rule('addCriterion', { name: '   ' })).toBe('PAN2')
  const twins = [levels[0]!, levels[0]!]
  expect(review.rule('addCriterion', { name: 'A', levels: [levels[0]!] })).toBe('PAN2')
  expect(review.rule('addCriterion', { name: 'A', levels: twins })).toBe('PAN2')
  expect(review.rule('addCriterion', { name: 'A', counts: 'sum', levels: twins })).toBe('ok')
  expect(review.rule('addCriterion', { name: 'A', levels: [levels[0]!, { points: -1, anchor: '' }] })).toBe('PAN2')
  expect(review.rule('editCriterion', { criterionId, passPoints: 5 })).toBe('PAN2')
  expect(review.rule('editCriterion', { criterionId, name: '' })).not.toBe('ok')
  expect(review.rule('editCriterion', { criterionId: 'gone', name: 'A' })).toBe('PAN2')
  // From low to high, however they were written.
  review.act('editCriterion', { criterionId, levels: [...levels].reverse() })
  expect(review.state().record.criteria[criterionId]?.levels.map(({ points }) => points)).toEqual([0, 2, 4])
})

test('[PAN2] without levels it is scored from 1 to 5, and parts that add up give their sum', () => {
  const { review, panel } = openRoom()
  const parts = [1, 1, 2].map((points, at) => ({ points, anchor: `Part ${at}` }))
  review.act('importRubric', { replaces: true, criteria: [{ name: 'Bare' }, { name: 'Parts', counts: 'sum', levels: parts }] })
  const [bare = '', sum = ''] = inOrder(review.state().record.criteria).map(({ id }) => id)
  const marks = [
    { criterionId: bare, levelsAt: [3], confidence: 'low' as const },
    { criterionId: sum, levelsAt: [0, 2], confidence: 'low' as const },
  ]
  expect(asked(() => review.actAs(panel[0] ?? '', 'submitBallot', { marks }))).toBe('ok')
  review.act('revealScores', {})
  const { lines } = panelResults(review.state().record)
  expect(lines.map(({ least, most, median }) => [least, most, median])).toEqual([
    [1, 5, 4],
    [0, 4, 3],
  ])
})

test('[VRB2] [PAN2] editing a criterion changes the one field it is given, and no other', () => {
  const { review, criteria } = openRoom()
  const [criterionId] = criteria
  const tries = { name: 'B', weight: 7, counts: 'sum', levels: levels.slice(0, 2), passPoints: null } as const
  for (const [field, value] of Object.entries(tries)) {
    const before = review.state().record.criteria[criterionId]
    const changes = review.act('editCriterion', { criterionId, [field]: value })
    expect(
      changes.map(({ path }) => path[2]),
      field,
    ).toEqual([field])
    review.act('editCriterion', { criterionId, ...before })
  }
})

test('[PAN3] a ballot is on the desk alone: not in the record, the log, the name of a step, nor on the wall; again replaces it', () => {
  const { review, panel, criteria, mark } = openRoom()
  const [person = ''] = panel
  const before = JSON.stringify(readRecord(review.docs.record))
  review.actAs(person, 'submitBallot', { marks: mark(2, CANARY) })
  review.actAs(person, 'submitBallot', {
    marks: criteria.map((criterionId) => ({ criterionId, recusal: `${CANARY} is mine` })),
  })
  const { record, desk } = review.state()
  expect(JSON.stringify(record)).toBe(before)
  expect(Object.keys(desk.ballots)).toEqual([person])
  expect(desk.ballots[person]?.marks.map(({ recusal }) => recusal)).toEqual([`${CANARY} is mine`, `${CANARY} is mine`])
  const written = review.log.slice(-2)
  expect(JSON.stringify(written)).not.toMatch(/Axolotl|levelsAt|recusal|confidence/)
  expect(written[0]?.payload?.changes).toEqual([{ doc: 'desk', path: ['ballots', person], after: null }])
  expect(JSON.stringify(Object.keys(review.docs.record.toJSON()))).not.toContain('ballots')
  for (const kind of wallKinds) {
    const choice = { kind, text: '', page: 1, materialId: '', pages: 1 } as Parameters<typeof wallView>[1]
    expect(JSON.stringify(wallView(record, choice, '2026-11-24')), kind).not.toContain(CANARY)
  }
  expect(verbs.submitBallot).toMatchObject({ label: 'Seal a ballot', isUndoable: false })
})

test('[PAN4] a ballot answers each criterion, once, with one level and how sure that is', () => {
  const { review, panel, mark, criteria } = openRoom()
  const seal = (marks: unknown): string =>
    asked(() => review.actAs(panel[0] ?? '', 'submitBallot', { marks } as { marks: ReturnType<typeof mark> }))
  const [good, other] = mark(1)
  expect(seal([good])).toBe('PAN4')
  expect(seal([good, good])).toBe('PAN4')
  expect(seal([good, { ...other, criterionId: 'gone' }])).toBe('PAN4')
  expect(seal([good, { ...other, levelsAt: [] }])).toBe('PAN4')
  expect(seal([good, { ...other, levelsAt: [9] }])).toBe('PAN4')
  expect(seal([good, { ...other, levelsAt: [0, 1] }])).toBe('PAN4')
  expect(seal([good, { ...other, confidence: null }])).toBe('PAN4')
  expect(seal([good, { ...other, recusal: 'Mine' }])).toBe('PAN6')
  expect(seal([good, { criterionId: criteria[1], recusal: 'Mine' }])).toBe('ok')
  review.act('takeBallotBack', { panelistId: panel[0] ?? '' })
  for (const criterionId of criteria) review.act('removeCriterion', { criterionId })
  expect(seal([])).toBe('PAN4')
})

test('[PAN5] from the first ballot on the rubric stays, but for the order; taking it back lets it change again', () => {
  const { review, panel, criteria, mark } = openRoom()
  const [first, second] = criteria
  const tries = () => [
    review.rule('addCriterion', { name: 'A' }),
    review.rule('editCriterion', { criterionId: first, weight: 1 }),
    review.rule('removeCriterion', { criterionId: first }),
    review.rule('importRubric', { criteria: [{ name: 'A' }], replaces: true }),
  ]
  expect(new Set(tries())).toEqual(new Set(['ok']))
  review.actAs(panel[0] ?? '', 'submitBallot', { marks: mark(1) })
  expect(new Set(tries())).toEqual(new Set(['PAN5']))
  review.act('moveCriterion', { criterionId: second, beforeId: first })
  expect(inOrder(review.state().record.criteria).map(({ id }) => id)).toEqual([second, first])
  review.act('takeBallotBack', { panelistId: panel[0] ?? '' })
  expect(review.rule('takeBallotBack', { panelistId: panel[0] ?? '' })).toBe('PAN3')
  expect(new Set(tries())).toEqual(new Set(['ok']))
  review.actAs(panel[0] ?? '', 'submitBallot', { marks: mark(1) })
  review.act('revealScores', {})
  expect(new Set(tries())).toEqual(new Set(['PAN5']))
})

test('[PAN6] who is recused from everything says why in one step, and it looks like any other ballot', () => {
  const { review, panel } = openRoom()
  const [person = ''] = panel
  expect(asked(() => review.actAs(person, 'submitBallot', { marks: [], recusal: '  ' }))).toBe('PAN4')
  review.actAs(person, 'submitBallot', { marks: [], recusal: 'I supervised it' })
  expect(review.log.at(-1)?.entry.verb).toBe('submitBallot')
  review.act('revealScores', {})
  const { lines, total } = panelResults(review.state().record)
  expect(lines.map(({ scores, median }) => [scores[0]?.points, scores[0]?.score.recusal, median])).toEqual([
    [null, 'I supervised it', null],
    [null, 'I supervised it', null],
  ])
  expect(total).toBeNull()
})

test('[PAN7] the reveal moves all ballots at once, cannot be undone, and no ballot is taken after it', () => {
  const { review, panel, mark } = openRoom()
  expect(review.rule('revealScores', {})).toBe('PAN7')
  expect(review.rule('setConsensus', { criterionId: mark(1)[0]!.criterionId, points: 2 })).toBe('PAN7')
  panel.slice(0, 2).forEach((id, at) => review.actAs(id, 'submitBallot', { marks: mark(at, CANARY) }))
  review.act('removePerson', { personId: panel[1] ?? '' })
  const { people } = review.state().record
  expect(ballotsIn(people, review.state().desk.ballots, review.state().record.criteria)).toMatchObject({ given: 2, all: 3 })
  review.act('revealScores', {})
  const { record, desk } = review.state()
  expect(desk.ballots).toEqual({})
  // PPL2: who was removed keeps what they said.
  expect(Object.values(record.scores)).toHaveLength(4)
  expect(new Set(Object.values(record.scores).map(({ panelistId }) => panelistId))).toEqual(new Set(panel.slice(0, 2)))
  expect(JSON.stringify(review.log)).not.toContain(CANARY)
  expect(verbs.revealScores.isUndoable).toBe(false)
  expect(review.rule('revealScores', {})).toBe('PAN7')
  expect(asked(() => review.actAs(panel[2] ?? '', 'submitBallot', { marks: mark(1) }))).toBe('PAN7')
})

test('[PAN8] [PAN9] the total is by weight of what counts: the consensus, else the median; the careful one takes the lowest', () => {
  const { review, panel, criteria, mark } = openRoom()
  panel.forEach((id, at) => review.actAs(id, 'submitBallot', { marks: mark([0, 1, 1][at] ?? 0) }))
  review.act('revealScores', {})
  const results = () => panelResults(review.state().record)
  expect(results().lines[0]).toMatchObject({
    median: 2,
    low: 0,
    high: 2,
    isFarApart: true,
    counted: 2,
    careful: 0,
    hasFailed: true,
  })
  expect(results().lines[1]).toMatchObject({ hasFailed: false })
  expect(results()).toMatchObject({ total: 50, careful: 0 })
  expect(results().panelists.map(({ total }) => total)).toEqual([0, 50, 50])
  expect(review.rule('setConsensus', { criterionId: criteria[0], points: 4.5 })).toBe('PAN9')
  review.act('setConsensus', { criterionId: criteria[0], points: 4, note: 'The data came since' })
  // 75 of 100 at 4/4, 25 at 2/4; carefully 25 at 0.
  expect(results()).toMatchObject({ total: 87.5, careful: 75 })
  expect(results().lines[0]).toMatchObject({ consensus: 4, careful: 4, hasFailed: false })
  review.act('setConsensus', { criterionId: criteria[0], points: null })
  expect(review.state().record.assessments[criteria[0]]).toMatchObject({ points: null, note: 'The data came since' })
  expect(results().total).toBe(50)
})

test('[PAN10] the presenters respond, once there is something to respond to', () => {
  const room = openRoom()
  const { review, panel, mark } = room
  const presenter = presenterOf(room)
  expect(asked(() => review.actAs(presenter, 'respondToPanel', { response: 'Thanks' }))).toBe('PAN7')
  review.actAs(panel[0] ?? '', 'submitBallot', { marks: mark(1) })
  review.act('revealScores', {})
  expect(review.rule('respondToPanel', { response: 'Thanks' })).toBe('PAN10')
  review.actAs(presenter, 'respondToPanel', { response: ' We agree. ' })
  expect(review.state().record.panel['panel']).toMatchObject({ response: 'We agree.', respondedBy: presenter })
})

test('[PAN11] a finding and a condition of a criterion say where they come from and what is asked, once each', () => {
  const { review, panel, criteria, mark } = openRoom()
  const [criterionId] = criteria
  expect(review.rule('makeCriterionFinding', { criterionId })).toBe('PAN7')
  review.actAs(panel[0] ?? '', 'submitBallot', { marks: mark(0) })
  review.act('revealScores', {})
  review.act('setConsensus', { criterionId, note: 'No seed is set.' })
  const decisions = Object.keys(review.state().record.decisions).length
  review.act('makeCriterionFinding', { criterionId })
  const { findingId } = review.state().record.assessments[criterionId] ?? {}
  expect(review.state().record.feedback[findingId ?? '']).toMatchObject({
    label: 'issue',
    text: 'Reproducibility: 0 of 4 points, 2 to pass. No seed is set.',
    location: 'Rubric: Reproducibility',
    requestedChange: 'Anchor of 2',
  })
  expect(review.rule('makeCriterionFinding', { criterionId })).toBe('PAN11')
  review.act('removeFeedback', { feedbackId: findingId ?? '' })
  // A note as long as a text can be has no room beside the points.
  review.act('setConsensus', { criterionId, note: 'x'.repeat(20_000) })
  expect(review.rule('makeCriterionFinding', { criterionId })).toBe('ok')

  review.act('makeCriterionCondition', { criterionId })
  const { record } = review.state()
  const { conditionId } = record.assessments[criterionId] ?? {}
  const condition = record.conditions[conditionId ?? '']
  expect(condition?.text).toBe('Reproducibility: Anchor of 2')
  expect(record.actions[condition?.actionId ?? '']).toMatchObject({ source: { kind: 'condition', id: conditionId } })
  expect(Object.keys(record.decisions)).toHaveLength(decisions + 1)
  expect(record.decisions[condition?.decisionId ?? '']).toMatchObject({ status: 'proposed', outcome: 'proceed-with-conditions' })
  expect(review.rule('makeCriterionCondition', { criterionId })).toBe('PAN11')
  review.act('makeCriterionCondition', { criterionId: criteria[1] })
  expect(Object.keys(review.state().record.decisions)).toHaveLength(decisions + 1)
})
