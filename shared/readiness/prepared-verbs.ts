import { z } from 'zod'
import { queueQuestion } from '../agenda/floor-verbs'
import type { ParkedTopic, Question } from '../agenda/item'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Verb } from '../review/verb'
import { type PreparedQuestion, preparedQuestionSchema } from './prepared-question'

interface State {
  readonly record: { readonly preparedQuestions: Collection<PreparedQuestion> }
}

interface FloorState {
  readonly record: State['record'] & {
    readonly questions: Collection<Question>
    readonly parking: Collection<ParkedTopic>
  }
}

const missing = refusal('RDY5', 'This question was removed.')

export const addPreparedQuestionInput = preparedQuestionSchema
  .pick({ side: true, text: true })
  .extend(optional(preparedQuestionSchema, 'itemId', 'answer', 'askedBy'))

/** RDY5: a prepared question says what is asked. */
export const addPreparedQuestion: Verb<State, z.infer<typeof addPreparedQuestionInput>> = (state, input, { newId }) => {
  if (input.text.trim() === '') return fail(refusal('RDY5', 'Enter the question.')) // RDY5
  const order = orderAtEnd(state.record.preparedQuestions)
  const question = preparedQuestionSchema.parse({ ...input, text: input.text.trim(), id: newId(), order })
  return ok([create('preparedQuestions', question)])
}

export const editPreparedQuestionInput = z.object({
  preparedId: id,
  ...optional(preparedQuestionSchema, 'side', 'itemId', 'text', 'answer', 'askedBy'),
})

export const editPreparedQuestion: Verb<State, z.infer<typeof editPreparedQuestionInput>> = (state, { preparedId, ...patch }) => {
  const question = state.record.preparedQuestions[preparedId]
  if (!question) return fail(missing)
  if (patch.text?.trim() === '') return fail(refusal('RDY5', 'A prepared question needs a text.')) // RDY5
  return ok(edit('preparedQuestions', question, patch))
}

export const removePreparedQuestionInput = z.object({ preparedId: id })

export const removePreparedQuestion: Verb<State, z.infer<typeof removePreparedQuestionInput>> = (state, { preparedId }) => {
  const question = state.record.preparedQuestions[preparedId]
  return question ? ok([remove('preparedQuestions', question)]) : fail(refusal('RDY5', 'This question was removed already.'))
}

export const usePreparedQuestionInput = z.object({ preparedId: id })

/** RDY6: one step puts it into the queue, as its asker's, and marks it, so that it is asked once. */
export const usePreparedQuestion: Verb<FloorState, z.infer<typeof usePreparedQuestionInput>> = (
  state,
  { preparedId },
  context,
) => {
  const question = state.record.preparedQuestions[preparedId]
  if (!question) return fail(missing)
  if (question.usedAt !== null) return fail(refusal('RDY6', 'This question was put into the queue already.')) // RDY6
  const { text, askedBy, itemId } = question
  const queued = queueQuestion(state, { text, askedBy, itemId }, context)
  return queued.ok ? ok([...queued.value, ...edit('preparedQuestions', question, { usedAt: context.now })]) : queued // RDY6
}
