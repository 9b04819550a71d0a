import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import type { Material } from '../review/materials'
import { orderAtEnd } from '../review/order'
import type { Verb, VerbResult } from '../review/verb'
import { type FeedbackItem, feedbackSchema, hasForce, labelsOf } from './item'
import { dispositionOf } from './life'

interface State {
  readonly record: { readonly feedback: Collection<FeedbackItem>; readonly materials: Collection<Material> }
  readonly desk: { readonly feedback: Collection<FeedbackItem> }
}

const missing = refusal('FB3', 'This feedback item was removed.')

export const addFeedbackInput = feedbackSchema.pick({ side: true, label: true, text: true }).extend({
  ...optional(
    feedbackSchema,
    'authorId',
    'itemId',
    'force',
    'severity',
    'location',
    'place',
    'requestedChange',
    'answersId',
    'isAnonymous',
  ),
  /** Kept on the desk until revealed. */
  isPrivate: z.boolean().optional(),
})

/** FB3: entering needs text alone. FB4: private items are written to the desk only. */
export const addFeedback: Verb<State, z.input<typeof addFeedbackInput>> = (
  state,
  { isPrivate, ...input },
  { newId, now, actor },
) => {
  if (input.text.trim() === '') return fail(refusal('FB3', 'Enter the feedback first.')) // FB3
  const item = feedbackSchema.parse({
    authorId: actor.personId,
    ...input,
    text: input.text.trim(),
    id: newId(),
    order: orderAtEnd({ ...state.desk.feedback, ...state.record.feedback }),
    raisedAt: now,
    ...(input.isAnonymous && { authorId: null }), // FB7
  })
  const refused = labelRefusal(item) ?? placeRefusal(state, item)
  return refused ?? ok([create('feedback', item, isPrivate ? 'desk' : 'record')]) // FB4
}

function labelRefusal(item: FeedbackItem): VerbResult | undefined {
  // FB1: labels belong to sides.
  if (!labelsOf(item.side).includes(item.label)) return fail(refusal('FB1', `The ${item.side} side has no label ${item.label}.`))
  // FB2: force and severity are for findings that ask for a change.
  if (!hasForce(item.label) && (item.force !== null || item.severity !== null))
    return fail(refusal('FB2', 'Only a suggestion, an issue or a risk has a force and a severity.'))
  return undefined
}

/** FB14: a place is on a material of the review. */
function placeRefusal({ record }: State, { place }: Pick<FeedbackItem, 'place'>): VerbResult | undefined {
  if (place === null || record.materials[place.materialId]) return undefined
  return fail(refusal('FB14', 'This material was removed.')) // FB14
}

export const editFeedbackInput = z.object({
  feedbackId: id,
  ...optional(
    feedbackSchema,
    'side',
    'label',
    'text',
    'authorId',
    'itemId',
    'force',
    'severity',
    'location',
    'place',
    'requestedChange',
    'answersId',
  ),
})

/** A label without force takes the force and severity away with it. */
export const editFeedback: Verb<State, z.input<typeof editFeedbackInput>> = (state, { feedbackId, ...patch }) => {
  const doc = state.record.feedback[feedbackId] ? 'record' : 'desk'
  const item = state[doc].feedback[feedbackId]
  if (!item) return fail(missing)
  if (patch.text?.trim() === '') return fail(refusal('FB3', 'A feedback item needs a text.')) // FB3
  if (patch.label !== undefined && patch.label !== item.label && item.life.length > 0)
    return fail(refusal('FND14', 'This item was answered or closed and keeps its label. Withdraw it and raise it anew.')) // FND14
  const cleared = patch.label !== undefined && !hasForce(patch.label) ? { force: null, severity: null } : {}
  // FB7: who is named is not anonymous any more.
  const named = patch.authorId ? { isAnonymous: false } : {}
  const changed = { ...patch, ...cleared, ...named }
  const refused = labelRefusal({ ...item, ...changed }) ?? (patch.place ? placeRefusal(state, { place: patch.place }) : undefined)
  return refused ?? ok(edit('feedback', item, changed, doc))
}

export const removeFeedbackInput = z.object({ feedbackId: id })

export const removeFeedback: Verb<State, z.infer<typeof removeFeedbackInput>> = (state, { feedbackId }) => {
  const doc = state.record.feedback[feedbackId] ? 'record' : 'desk'
  const item = state[doc].feedback[feedbackId]
  if (!item) return fail(missing)
  if (item.life.length > 0)
    return fail(refusal('FND8', 'This item was answered and stays in the record. Its raiser can withdraw it.')) // FND8
  const isNamed = Object.values(state.record.feedback).some((other) => dispositionOf(other)?.duplicateOf === feedbackId)
  return isNamed
    ? fail(refusal('FND11', 'Another finding was answered as a duplicate of this one. Its raiser can withdraw it.')) // FND11
    : ok([remove('feedback', item, doc)])
}

export const revealFeedbackInput = z.object({ feedbackIds: z.array(id).min(1) })

/** FB6: reveal copies from the desk to the record in one step, and cannot be undone. */
export const revealFeedback: Verb<State, z.infer<typeof revealFeedbackInput>> = (state, { feedbackIds }) => {
  const items = feedbackIds.map((feedbackId) => state.desk.feedback[feedbackId]).filter((item) => item !== undefined)
  if (items.length < feedbackIds.length) return fail(refusal('FB6', 'Some of these items are revealed or removed already.')) // FB6
  return ok(items.flatMap((item) => [create('feedback', item), remove('feedback', item, 'desk')]))
}
