import { z } from 'zod'
import type { ParkedTopic } from '../agenda/item'
import { fail, ok } from '../result'
import { edit, refusal } from '../review/change'
import { type Collection, id } from '../review/fields'
import type { Verb } from '../review/verb'
import { addAction } from './action-verbs'
import type { ActionItem } from './action'

interface State {
  readonly record: { readonly parking: Collection<ParkedTopic>; readonly actions: Collection<ActionItem> }
}

/** What became of a parked topic. */
export type TopicOutcome =
  { readonly kind: 'open' | 'settled' | 'carried' } | { readonly kind: 'action'; readonly action: ActionItem }

/** CLO2: its action, as long as that is there; else what was said of it. */
export function outcomeOfTopic({ id: topicId, settledAt, carried }: ParkedTopic, actions: Collection<ActionItem>): TopicOutcome {
  const action = Object.values(actions).find(({ source }) => source.kind === 'parking' && source.id === topicId)
  if (action) return { kind: 'action', action } // CLO2
  return { kind: settledAt !== null ? 'settled' : carried ? 'carried' : 'open' }
}

export const makeTopicActionInput = z.object({ topicId: id })

/** CLO2: a topic becomes an action in one step, in its own words. */
export const makeTopicAction: Verb<State, z.infer<typeof makeTopicActionInput>> = (state, { topicId }, context) => {
  const topic = state.record.parking[topicId]
  if (!topic) return fail(refusal('PRK2', 'This topic was removed.'))
  const outcome = outcomeOfTopic(topic, state.record.actions)
  if (outcome.kind === 'action') return fail(refusal('CLO2', `This topic became action ${outcome.action.number} already.`)) // CLO2
  const added = addAction(state, { what: topic.text, source: { kind: 'parking', id: topicId } }, context)
  return added.ok ? ok([...added.value, ...edit('parking', topic, { settledAt: null, carried: false })]) : added
}
