import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, type Refusal, refusal, remove } from '../review/change'
import { type Collection, compare, id, inOrder, optional } from '../review/fields'
import { orderBefore, ordersBefore } from '../review/order'
import type { Verb } from '../review/verb'
import { type Criterion, criterionSchema, type Level, MOST_LEVELS, MOST_POINTS, rangeOf } from './criterion'
import { isRevealed } from './panel'
import type { Ballot, Panel } from './score'

interface State {
  readonly record: { readonly criteria: Collection<Criterion>; readonly panel: Collection<Panel> }
  readonly desk: { readonly ballots: Collection<Ballot> }
}

const missing = refusal('PAN2', 'This criterion was removed.')

/** PAN5: what was scored is what stands there. */
function frozen({ record, desk }: State): Refusal | null {
  if (isRevealed(record)) return refusal('PAN5', 'The scores are revealed: the rubric stays as it was scored.') // PAN5
  return Object.keys(desk.ballots).length > 0
    ? refusal('PAN5', 'Ballots are in: the rubric stays as it is until they are taken back or revealed.')
    : null
}

/** PAN2: a criterion can be scored as it stands. */
function unfit({
  name,
  counts,
  levels,
  passPoints,
}: Pick<Criterion, 'name' | 'counts' | 'levels' | 'passPoints'>): Refusal | null {
  if (name.trim() === '') return refusal('PAN2', 'Enter what is looked at.') // PAN2
  if (levels.length > MOST_LEVELS) return refusal('PAN2', `A criterion has ${MOST_LEVELS} levels at most.`)
  if (levels.some(({ points }) => points < 0 || points > MOST_POINTS))
    return refusal('PAN2', `Points go from 0 to ${MOST_POINTS}.`)
  if (counts === 'one' && levels.length === 1) return refusal('PAN2', 'One level leaves nothing to choose. Add another.')
  if (counts === 'one' && new Set(levels.map(({ points }) => points)).size < levels.length)
    return refusal('PAN2', 'Two levels have the same points. Where several can hold, let their points be added.')
  const { least, most } = rangeOf({ counts, levels })
  if (passPoints !== null && (passPoints < least || passPoints > most))
    return refusal('PAN2', `What passes lies between ${least} and ${most} points.`)
  return null
}

/** PAN2: levels go from low to high; parts that add up stay as they were written. */
function arranged(counts: Criterion['counts'], levels: readonly Level[]): Level[] {
  const trimmed = levels.map(({ points, anchor }) => ({ points, anchor: anchor.trim() }))
  return counts === 'one' ? trimmed.sort((left, right) => compare(left.points, right.points)) : trimmed
}

const draftSchema = z.object({
  name: criterionSchema.shape.name,
  ...optional(criterionSchema, 'weight', 'counts', 'levels', 'passPoints'),
})
export type CriterionDraft = z.infer<typeof draftSchema>

function made(draft: CriterionDraft, entityId: string, order: string): Criterion {
  const counts = draft.counts ?? 'one'
  const levels = arranged(counts, draft.levels ?? [])
  return criterionSchema.parse({
    ...draft,
    ...{ id: entityId, order, counts, levels, name: draft.name.trim() || ' ', weight: draft.weight ?? 10 },
  })
}

export const addCriterionInput = draftSchema

export const addCriterion: Verb<State, z.infer<typeof addCriterionInput>> = (state, draft, { newId }) => {
  const refused = frozen(state)
  if (refused) return fail(refused)
  const criterion = made(draft, newId(), orderBefore(state.record.criteria, null))
  const wrong = unfit(criterion)
  return wrong ? fail(wrong) : ok([create('criteria', criterion)])
}

export const editCriterionInput = z.object({
  criterionId: id,
  ...optional(criterionSchema, 'name', 'weight', 'counts', 'levels', 'passPoints'),
})

export const editCriterion: Verb<State, z.infer<typeof editCriterionInput>> = (state, { criterionId, ...patch }) => {
  const criterion = state.record.criteria[criterionId]
  if (!criterion) return fail(missing)
  const refused = frozen(state)
  if (refused) return fail(refused)
  const counts = patch.counts ?? criterion.counts
  const changed = {
    ...patch,
    ...(patch.name !== undefined && { name: patch.name.trim() }),
    ...((patch.levels || patch.counts) && { levels: arranged(counts, patch.levels ?? criterion.levels) }),
  }
  const wrong = unfit({ ...criterion, ...changed })
  return wrong ? fail(wrong) : ok(edit('criteria', criterion, changed))
}

export const moveCriterionInput = z.object({ criterionId: id, beforeId: id.nullable() })

/** The order says nothing of a score, so that it can change at any time. */
export const moveCriterion: Verb<State, z.infer<typeof moveCriterionInput>> = (state, { criterionId, beforeId }) => {
  const { criteria } = state.record
  const criterion = criteria[criterionId]
  if (!criterion || (beforeId !== null && !criteria[beforeId])) return fail(missing)
  if (beforeId === criterionId) return ok([])
  return ok(edit('criteria', criterion, { order: orderBefore(criteria, beforeId, criterionId) }))
}

export const removeCriterionInput = z.object({ criterionId: id })

export const removeCriterion: Verb<State, z.infer<typeof removeCriterionInput>> = (state, { criterionId }) => {
  const criterion = state.record.criteria[criterionId]
  if (!criterion) return fail(missing)
  const refused = frozen(state)
  return refused ? fail(refused) : ok([remove('criteria', criterion)])
}

export const importRubricInput = z.object({
  criteria: z.array(draftSchema).min(1).max(100),
  /** In the place of what is there; else behind it. */
  replaces: z.boolean(),
})

/** PAN12: all criteria of an import come in one step. */
export const importRubric: Verb<State, z.infer<typeof importRubricInput>> = (state, { criteria, replaces }, { newId }) => {
  const refused = frozen(state)
  if (refused) return fail(refused)
  const before = replaces ? {} : state.record.criteria
  const ids = criteria.map(() => newId())
  const orders = ordersBefore(before, null, ids)
  const added = criteria.map((draft, at) => made(draft, ids[at] ?? '', orders[at] ?? ''))
  const wrong = added.map((criterion) => ({ criterion, why: unfit(criterion) })).find(({ why }) => why !== null)
  if (wrong?.why) return fail(refusal('PAN2', `${wrong.criterion.name}: ${wrong.why.message}`))
  const removed = replaces ? inOrder(state.record.criteria).map((criterion) => remove('criteria', criterion)) : []
  return ok([...removed, ...added.map((criterion) => create('criteria', criterion))]) // PAN12
}
