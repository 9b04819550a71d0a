import { z } from 'zod'
import type { FeedbackItem } from '../feedback/item'
import { isAccepted } from '../feedback/life'
import { disposeFinding, disposeFindingInput } from '../feedback/life-verbs'
import { ok } from '../result'
import type { Collection } from '../review/fields'
import type { Person } from '../review/people'
import type { Verb } from '../review/verb'
import type { ActionItem } from './action'
import { addAction } from './action-verbs'

interface State {
  readonly record: {
    readonly feedback: Collection<FeedbackItem>
    readonly people: Collection<Person>
    readonly actions: Collection<ActionItem>
    readonly risks: Collection<{ readonly feedbackId: string | null }>
  }
}

export const answerFindingInput = disposeFindingInput.extend({ makesAction: z.boolean().optional() })

/** FND9: a disposition, and for what is accepted its action: owned by whoever answers, verified by whoever raised it. */
export const answerFinding: Verb<State, z.infer<typeof answerFindingInput>> = (
  state,
  { makesAction = false, ...disposition },
  context,
) => {
  const answered = disposeFinding(state, disposition, context)
  const item = state.record.feedback[disposition.feedbackId]
  if (!answered.ok || !item || !makesAction || !isAccepted(disposition.disposition)) return answered
  const ownerId = context.actor.personId
  const action = {
    what: item.requestedChange.trim() || item.text,
    ownerId,
    verifierId: item.authorId === ownerId || !state.record.people[item.authorId ?? ''] ? null : item.authorId,
    source: { kind: 'feedback', id: item.id },
  } as const
  const made = addAction(state, action, context)
  return made.ok ? ok([...answered.value, ...made.value]) : made // FND9
}
