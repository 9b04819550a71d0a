import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from './change'
import { type Check, checkSchema } from './checklist'
import { type Collection, id } from './fields'
import { orderAtEnd } from './order'
import type { Verb } from './verb'

interface State {
  readonly record: { readonly checklist: Collection<Check> }
}

export const addCheckInput = checkSchema.pick({ phase: true, side: true, text: true })

export const addCheck: Verb<State, z.infer<typeof addCheckInput>> = (state, input, { newId }) => {
  if (input.text.trim() === '') return fail(refusal('CHK1', 'Enter what is to be checked.')) // CHK1
  return ok([
    create(
      'checklist',
      checkSchema.parse({ ...input, text: input.text.trim(), id: newId(), order: orderAtEnd(state.record.checklist) }),
    ),
  ])
}

export const tickCheckInput = z.object({ checkId: id, done: z.boolean() })

/** CHK2: a tick keeps the instant it was made. */
export const tickCheck: Verb<State, z.infer<typeof tickCheckInput>> = (state, { checkId, done }, { now }) => {
  const check = state.record.checklist[checkId]
  if (!check) return fail(refusal('CHK1', 'This line was removed.'))
  return ok(edit('checklist', check, { doneAt: done ? (check.doneAt ?? now) : null })) // CHK2
}

export const removeCheckInput = z.object({ checkId: id })

export const removeCheck: Verb<State, z.infer<typeof removeCheckInput>> = (state, { checkId }) => {
  const check = state.record.checklist[checkId]
  return check ? ok([remove('checklist', check)]) : fail(refusal('CHK1', 'This line was removed already.'))
}
