import { z } from 'zod'
import { fail, ok } from '../result'
import { create, edit, refusal, remove } from '../review/change'
import { type Collection, id, optional } from '../review/fields'
import { orderAtEnd } from '../review/order'
import type { Verb, VerbResult } from '../review/verb'
import { type ParkedTopic, type Question, parkedSchema, questionSchema } from './item'

interface State {
  readonly record: { readonly questions: Collection<Question>; readonly parking: Collection<ParkedTopic> }
}

export const queueQuestionInput = z.object(optional(questionSchema, 'text', 'askedBy', 'itemId'))

/** QUE1: a place in the queue needs a person or a text. */
export const queueQuestion: Verb<State, z.input<typeof queueQuestionInput>> = (state, input, { newId, now }) => {
  if (!input.askedBy && !input.text?.trim()) return fail(refusal('QUE1', 'Say who asks, or what.')) // QUE1
  return ok([
    create(
      'questions',
      questionSchema.parse({ ...input, id: newId(), order: orderAtEnd(state.record.questions), queuedAt: now }),
    ),
  ])
}

export const answerQuestionInput = z.object({ questionId: id, answered: z.boolean() })

/** QUE2: an answered question leaves the queue and stays in the record. */
export const answerQuestion: Verb<State, z.infer<typeof answerQuestionInput>> = (state, { questionId, answered }, { now }) => {
  const question = state.record.questions[questionId]
  if (!question) return fail(refusal('QUE2', 'This question was removed.'))
  return ok(edit('questions', question, { answeredAt: answered ? (question.answeredAt ?? now) : null })) // QUE2
}

export const removeQuestionInput = z.object({ questionId: id })

export const removeQuestion: Verb<State, z.infer<typeof removeQuestionInput>> = (state, { questionId }) => {
  const question = state.record.questions[questionId]
  return question ? ok([remove('questions', question)]) : fail(refusal('QUE2', 'This question was removed already.'))
}

export const parkTopicInput = parkedSchema.pick({ text: true }).extend({ itemId: id.nullable().optional() })

/** PRK1: a parked topic says what it is about. */
export const parkTopic: Verb<State, z.input<typeof parkTopicInput>> = (state, input, { newId, now }) => {
  if (input.text.trim() === '') return fail(refusal('PRK1', 'Say what is parked.')) // PRK1
  return ok([
    create(
      'parking',
      parkedSchema.parse({
        ...input,
        text: input.text.trim(),
        id: newId(),
        order: orderAtEnd(state.record.parking),
        parkedAt: now,
      }),
    ),
  ])
}

interface TopicState {
  readonly record: {
    readonly parking: Collection<ParkedTopic>
    readonly actions: Collection<{
      readonly number: number
      readonly source: { readonly kind: string; readonly id: string | null }
    }>
  }
}

/** CLO2: what became an action is nothing else as well. */
function alreadyAction({ record }: TopicState, topicId: string): VerbResult | undefined {
  const action = Object.values(record.actions).find(({ source }) => source.kind === 'parking' && source.id === topicId)
  return action && fail(refusal('CLO2', `This topic became action ${action.number}. Remove that action first.`)) // CLO2
}

export const settleTopicInput = z.object({ topicId: id, settled: z.boolean() })

/** PRK2: a settled topic stays in the record. */
export const settleTopic: Verb<TopicState, z.infer<typeof settleTopicInput>> = (state, { topicId, settled }, { now }) => {
  const topic = state.record.parking[topicId]
  if (!topic) return fail(refusal('PRK2', 'This topic was removed.'))
  if (!settled) return ok(edit('parking', topic, { settledAt: null }))
  return (
    alreadyAction(state, topicId) ?? ok(edit('parking', topic, { settledAt: topic.settledAt ?? now, carried: false })) // PRK2
  )
}

export const carryTopicInput = z.object({ topicId: id, carried: z.boolean() })

/** CLO2: a carried topic goes on in the next review. */
export const carryTopic: Verb<TopicState, z.infer<typeof carryTopicInput>> = (state, { topicId, carried }) => {
  const topic = state.record.parking[topicId]
  if (!topic) return fail(refusal('PRK2', 'This topic was removed.'))
  if (!carried) return ok(edit('parking', topic, { carried }))
  return alreadyAction(state, topicId) ?? ok(edit('parking', topic, { carried, settledAt: null })) // CLO2
}

export const removeTopicInput = z.object({ topicId: id })

export const removeTopic: Verb<State, z.infer<typeof removeTopicInput>> = (state, { topicId }) => {
  const topic = state.record.parking[topicId]
  return topic ? ok([remove('parking', topic)]) : fail(refusal('PRK2', 'This topic was removed already.'))
}
