import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Verb, VerbResult } from '../review/verb'
import { type ActionItem, actionSchema } from './action'

interface State {
  readonly record: { readonly actions: Collection<ActionItem> }
}

const missing = refusal('ACT1', 'This action was removed.')

/** What can be said of an action beside who does what by when. */
const told = {
  ...optional(actionSchema, 'evidence', 'evidenceMaterialId', 'acceptanceTest', 'notes'),
  supporters: actionSchema.shape.supporters.unwrap().max(50).optional(),
}

export const addActionInput = actionSchema.pick({ what: true }).extend({
  ...optional(actionSchema, 'ownerId', 'due', 'priority', 'verifierId', 'source'),
  ...told,
})

/** The number that the next action gets. ACT5: numbers are not used again while a later one stands. */
export function nextActionNumber(actions: Collection<ActionItem>): number {
  return Object.values(actions).reduce((highest, { number }) => Math.max(highest, number), 0) + 1 // ACT5
}

/** ACT1: an action says what is to be done. ACT4: every action knows its source. */
export const addAction: Verb<State, z.input<typeof addActionInput>> = (state, input, { newId, now }) => {
  const { actions } = state.record
  const action = actionSchema.parse({
    source: { kind: 'review', id: null }, // ACT4
    ...input,
    what: input.what.trim(),
    id: newId(),
    order: orderAtEnd(actions),
    number: nextActionNumber(actions),
    createdAt: now,
  })
  return refusalOf(action) ?? ok([create('actions', withOneLineOffers(action))])
}

/** What no action may be, whichever way it came about. */
function refusalOf(action: Pick<ActionItem, 'what' | 'ownerId' | 'verifierId' | 'supporters'>): VerbResult | undefined {
  if (action.what.trim() === '') return fail(refusal('ACT1', 'Say what is to be done.')) // ACT1
  if (isOwnVerifier(action)) return fail(ownVerifier)
  const named = action.supporters.map(({ personId }) => personId)
  return new Set(named).size < named.length
    ? fail(refusal('ACT7', 'Each person supports an action once; put what they offer into one line.')) // ACT7
    : undefined
}

/** An offer is one line, so that a table can hold one in each line of a cell. */
function withOneLineOffers<Part extends Partial<Pick<ActionItem, 'supporters'>>>(part: Part): Part {
  const { supporters } = part
  if (!supporters) return part
  return {
    ...part,
    supporters: supporters.map(({ personId, offer }) => ({ personId, offer: offer.replace(/\s+/g, ' ').trim() })),
  }
}

const ownVerifier = refusal('ACT2', 'The verifier is somebody other than the owner.')

/** ACT2: the verifier is never the owner. */
export function isOwnVerifier({ ownerId, verifierId }: Pick<ActionItem, 'ownerId' | 'verifierId'>): boolean {
  return ownerId !== null && ownerId === verifierId // ACT2
}

export const editActionInput = z.object({
  actionId: id,
  ...optional(actionSchema, 'what', 'ownerId', 'due', 'status', 'priority', 'verifierId'),
  ...told,
})

interface WithReview extends State {
  readonly record: State['record'] & { readonly review: Collection<{ readonly status: string }> }
}

export const editAction: Verb<WithReview, z.input<typeof editActionInput>> = (state, { actionId, ...patch }) => {
  const action = state.record.actions[actionId]
  if (!action) return fail(missing)
  const isClosed = state.record.review['review']?.status === 'closed'
  if (isClosed && lacksOwnerOrDate({ ...action, ...patch }) && !lacksOwnerOrDate(action))
    return fail(refusal('ACT3', 'This review is closed: each action keeps an owner and a due date. It can get others.')) // ACT3
  return refusalOf({ ...action, ...patch }) ?? ok(edit('actions', action, withOneLineOffers(patch)))
}

export const removeActionInput = z.object({ actionId: id })

interface WithConditions extends State {
  readonly record: State['record'] & { readonly conditions: Collection<{ readonly actionId: string }> }
}

/** DEC3: what a condition asks for goes only with the condition. */
export const removeAction: Verb<WithConditions, z.infer<typeof removeActionInput>> = (state, { actionId }) => {
  const action = state.record.actions[actionId]
  if (Object.values(state.record.conditions).some((condition) => condition.actionId === actionId))
    return fail(refusal('DEC3', 'This action is a condition of the decision and goes only with it. It can be cancelled.')) // DEC3
  return action ? ok([remove('actions', action)]) : fail(missing)
}

/** ACT6: overdue is derived: open, and due before `today` (YYYY-MM-DD in the review's time zone). */
export function isOverdue({ status, due }: Pick<ActionItem, 'status' | 'due'>, today: string): boolean {
  return due !== null && due < today && (status === 'needs-action' || status === 'in-process') // ACT6
}

/** `Overdue, 3 days`, of an action that is; '' else. */
export function overdueWords(action: Pick<ActionItem, 'status' | 'due'>, today: string): string {
  if (action.due === null || !isOverdue(action, today)) return ''
  const days = Math.round((Date.parse(today) - Date.parse(action.due)) / 86_400_000)
  return `Overdue, ${days} ${days === 1 ? 'day' : 'days'}`
}

/** ACT3: what an action lacks before the review can be closed. */
export function lacksOwnerOrDate({ status, ownerId, due }: ActionItem): boolean {
  return status !== 'cancelled' && (ownerId === null || due === null) // ACT3
}
