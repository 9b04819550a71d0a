import { z } from 'zod'
import type { Context } from '../context'
import { fail, ok } from '../result'
import { create, type Refusal, refusal, remove } from '../review/change'
import { type Collection, id, inOrder, text } from '../review/fields'
import type { Person } from '../review/people'
import type { Verb, VerbResult } from '../review/verb'
import { type Criterion, pointsAt } from './criterion'
import { isByRubric, isPanelist, isRevealed, lateBallots, meaningOf } from './panel'
import { type Ballot, ballotSchema, type Mark, markSchema, type Panel, panelSchema, type Score, scoreSchema } from './score'

interface State {
  readonly record: {
    readonly criteria: Collection<Criterion>
    readonly people: Collection<Person>
    readonly panel: Collection<Panel>
  }
  readonly desk: { readonly ballots: Collection<Ballot> }
}

const late = refusal('PAN7', 'The scores are revealed: no ballot is taken any more.')

/** PAN3: what is sealed goes to the desk, in the place of what the same person sealed before. */
function sealed({ record, desk }: State, { actor, now }: Context, marks: readonly Mark[]): VerbResult {
  const { personId } = actor
  if (personId === null || !isPanelist(record.people[personId]))
    return fail(refusal('PAN1', 'Reviewers and decision makers score. Pick your name.')) // PAN1
  if (isRevealed(record)) return fail(late) // PAN7
  const ballot = ballotSchema.parse({ id: personId, marks, sealedAt: now, rubric: meaningOf(record.criteria) }) // PAN20
  const before = desk.ballots[personId]
  return ok([...(before ? [remove('ballots', before, 'desk')] : []), create('ballots', ballot, 'desk')]) // PAN3
}

/** PAN4, PAN6: what keeps a mark from counting. */
function unfit(criterion: Criterion, mark: Mark | undefined): Refusal | null {
  if (!mark) return refusal('PAN4', `${criterion.name}: choose a level, or recuse yourself and say why.`) // PAN4
  if (mark.recusal.trim() !== '')
    return mark.levelsAt.length > 0 || mark.confidence !== null
      ? refusal('PAN6', `${criterion.name}: who is recused gives no points.`) // PAN6
      : null
  if (pointsAt(criterion, mark.levelsAt) === null)
    return refusal('PAN4', `${criterion.name}: choose a level, or recuse yourself and say why.`)
  return mark.confidence === null ? refusal('PAN4', `${criterion.name}: say how sure you are.`) : null
}

export const submitBallotInput = z.object({
  marks: z.array(markSchema).max(200),
  /** PAN6: why this person is recused from the whole rubric. */
  recusal: text.optional(),
})

/** PAN4: a ballot answers each criterion, once. */
export const submitBallot: Verb<State, z.input<typeof submitBallotInput>> = (state, input, context) => {
  const criteria = inOrder(state.record.criteria)
  if (criteria.length === 0) return fail(refusal('PAN4', 'There is no rubric to score by. It is made in Prepare.'))
  const recusal = input.recusal?.trim() ?? ''
  if (recusal !== '')
    return sealed(
      state,
      context,
      criteria.map(({ id: criterionId }) => markSchema.parse({ criterionId, recusal })),
    ) // PAN6
  const marks = input.marks.map((mark) => markSchema.parse(mark))
  const strange = marks.some(({ criterionId }) => !state.record.criteria[criterionId])
  if (strange || new Set(marks.map(({ criterionId }) => criterionId)).size < marks.length)
    return fail(refusal('PAN4', 'The rubric was changed meanwhile. Begin the ballot again.'))
  const kept = criteria.map((criterion) => marks.find(({ criterionId }) => criterionId === criterion.id))
  const wrong = criteria.map((criterion, at) => unfit(criterion, kept[at])).find((why) => why !== null)
  if (wrong) return fail(wrong)
  return sealed(
    state,
    context,
    kept.flatMap((mark) => (mark ? [{ ...mark, comment: mark.comment.trim(), recusal: mark.recusal.trim() }] : [])),
  )
}

export const takeBallotBackInput = z.object({ panelistId: id })

/** For a ballot under the wrong name, or a rubric that has to change. */
export const takeBallotBack: Verb<State, z.infer<typeof takeBallotBackInput>> = (state, { panelistId }) => {
  const ballot = state.desk.ballots[panelistId]
  return ballot ? ok([remove('ballots', ballot, 'desk')]) : fail(refusal('PAN3', 'There is no sealed ballot of this name.'))
}

export const revealScoresInput = z.object({})

interface WithScores extends State {
  readonly record: State['record'] & { readonly scores: Collection<Score> }
}

/** PAN7: all ballots at once, from the desk to the record; PAN21: also those that another window sealed before it heard of that. */
export const revealScores: Verb<WithScores, z.infer<typeof revealScoresInput>> = ({ record, desk }, _input, { now }) => {
  const isLate = isRevealed(record)
  const ballots = isLate
    ? lateBallots(record, desk.ballots) // PAN21
    : Object.values(desk.ballots).filter((ballot) => isByRubric(ballot, record.criteria)) // PAN20
  if (ballots.length === 0) return fail(refusal('PAN7', isLate ? 'The scores are revealed already.' : 'No ballot is in yet.')) // PAN7
  return ok([
    ...(isLate ? [] : [create('panel', panelSchema.parse({ id: 'panel', revealedAt: now }))]),
    ...ballots.flatMap((ballot) =>
      ballot.marks.map((mark) =>
        create('scores', scoreSchema.parse({ ...mark, id: `${ballot.id} ${mark.criterionId}`, panelistId: ballot.id })),
      ),
    ),
    ...ballots.map((ballot) => remove('ballots', ballot, 'desk')),
  ])
}
