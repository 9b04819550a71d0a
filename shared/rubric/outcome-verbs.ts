import { z } from 'zod'
import { fail, ok } from '../result'
import { create, type Change, edit, refusal } from '../review/change'
import { type Collection, id, optional, text } from '../review/fields'
import { isLeading, type Person } from '../review/people'
import type { Verb } from '../review/verb'
import { type Criterion, rangeOf } from './criterion'
import { type Assessment, assessmentSchema, type Panel } from './score'

interface State {
  readonly record: {
    readonly criteria: Collection<Criterion>
    readonly people: Collection<Person>
    readonly panel: Collection<Panel>
    readonly assessments: Collection<Assessment>
  }
}

export const hidden = refusal('PAN7', 'The scores are not revealed yet.')
export const missing = refusal('PAN2', 'This criterion was removed.')

/** Changes of what the panel makes of a criterion, begun with the first. */
export function assessed(assessments: Collection<Assessment>, criterionId: string, patch: Partial<Assessment>): Change[] {
  const before = assessments[criterionId]
  return before
    ? edit('assessments', before, patch)
    : [create('assessments', assessmentSchema.parse({ ...patch, id: criterionId }))]
}

export const setConsensusInput = z.object({ criterionId: id, ...optional(assessmentSchema, 'points', 'note') })

/** PAN9: what the panel agreed on, within the scale; a note says why. */
export const setConsensus: Verb<State, z.infer<typeof setConsensusInput>> = ({ record }, { criterionId, ...patch }) => {
  const criterion = record.criteria[criterionId]
  if (!record.panel['panel']) return fail(hidden)
  if (!criterion) return fail(missing)
  const { least, most } = rangeOf(criterion)
  const { points } = patch
  if (points !== undefined && points !== null && (points < least || points > most))
    return fail(refusal('PAN9', `The consensus lies between ${least} and ${most} points.`)) // PAN9
  return ok(assessed(record.assessments, criterionId, patch))
}

export const respondToPanelInput = z.object({ response: text })

/** PAN10: the presenters answer the panel, once it is revealed; without presenters the facilitator does. */
export const respondToPanel: Verb<State, z.infer<typeof respondToPanelInput>> = ({ record }, { response }, { actor }) => {
  const panel = record.panel['panel']
  if (!panel) return fail(hidden)
  const person = actor.personId === null ? undefined : record.people[actor.personId]
  const hasPresenters = Object.values(record.people).some(({ roles }) => roles.includes('presenter'))
  if (!person?.roles.includes('presenter') && (hasPresenters || !isLeading(person)))
    return fail(refusal('PAN10', 'The presenters respond to the panel. Act as one of them.')) // PAN10
  const words = response.trim()
  return ok(edit('panel', panel, { response: words, respondedBy: words === '' ? null : actor.personId }))
}
