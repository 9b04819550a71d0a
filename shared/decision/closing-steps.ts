import { lacksOwnerOrDate } from '../actions/action-verbs'
import type { ActionItem } from '../actions/action'
import { outcomeOfTopic } from '../actions/topic-verbs'
import type { AgendaItem, ParkedTopic } from '../agenda/item'
import { notReached } from '../agenda/outline'
import type { FeedbackItem } from '../feedback/item'
import type { GateCriterion } from '../readiness/gate'
import { type Collection, compare, inOrder } from '../review/fields'
import type { Review } from '../review/review'
import type { TimerEvent } from '../timer/event'
import { timelineOf } from '../timer/timeline'
import type { Decision } from './decision'

export interface ClosingRecord {
  readonly review: Collection<Review>
  readonly agenda: Collection<AgendaItem>
  readonly timer: Collection<TimerEvent>
  readonly parking: Collection<ParkedTopic>
  readonly gateCriteria: Collection<GateCriterion>
  readonly feedback: Collection<FeedbackItem>
  readonly decisions: Collection<Decision>
  readonly actions: Collection<ActionItem>
}

export const closingStepNames = ['decision', 'actions', 'parking', 'agenda', 'exit', 'lessons', 'next', 'read-back'] as const
export type ClosingStepName = (typeof closingStepNames)[number]

export interface ClosingStep {
  readonly name: ClosingStepName
  /** Ids of what is left, in the order in which it is shown; the step's own name where it is one thing. */
  readonly left: readonly string[]
  /** `required`: the review is not closed without it; `usual`: it usually is not; `optional`: nobody misses it. */
  readonly need: 'required' | 'usual' | 'optional'
}

/** CLO1: what of a review is left to close, step by step. */
export function closingSteps(record: ClosingRecord): ClosingStep[] {
  const { review, actions, feedback } = record
  const { status = 'planned', nextMeetingOn = null } = review['review'] ?? {}
  const unless = (isDone: boolean, name: ClosingStepName): string[] => (isDone ? [] : [name])
  const hasLesson = Object.values(feedback).some(({ label }) => label === 'lesson')
  return [
    { name: 'decision', left: undecided(record), need: 'usual' },
    { name: 'actions', left: lacking(actions).map(({ id }) => id), need: 'required' }, // ACT3
    { name: 'parking', left: openTopics(record).map(({ id }) => id), need: 'usual' },
    { name: 'agenda', left: notDiscussed(record).map(({ id }) => id), need: 'usual' },
    { name: 'exit', left: unanswered(record), need: 'usual' },
    { name: 'lessons', left: unless(hasLesson, 'lessons'), need: 'optional' },
    { name: 'next', left: unless(nextMeetingOn !== null, 'next'), need: 'optional' },
    { name: 'read-back', left: unless(status === 'closed', 'read-back'), need: 'usual' },
  ] // CLO1
}

/** The first step with something left behind the one named, going round once; null: nothing is left elsewhere. */
export function nextStepWithRest(steps: readonly ClosingStep[], from: ClosingStepName): ClosingStepName | null {
  const at = steps.findIndex(({ name }) => name === from)
  const others = [...steps.slice(at + 1), ...steps.slice(0, Math.max(0, at))]
  return others.find(({ left }) => left.length > 0)?.name ?? null
}

function undecided({ decisions }: ClosingRecord): string[] {
  const proposed = inOrder(decisions).filter(({ status }) => status === 'proposed')
  if (proposed.length > 0) return proposed.map(({ id }) => id)
  return Object.values(decisions).some(({ status }) => status === 'accepted') ? [] : ['decision']
}

/** Actions without an owner or a due date, by number. */
export function lacking(actions: Collection<ActionItem>): ActionItem[] {
  return Object.values(actions)
    .filter(lacksOwnerOrDate)
    .sort((left, right) => compare(left.number, right.number))
}

/** Topics of which nobody said yet what becomes of them. */
export function openTopics({ parking, actions }: Pick<ClosingRecord, 'parking' | 'actions'>): ParkedTopic[] {
  return inOrder(parking).filter((topic) => outcomeOfTopic(topic, actions).kind === 'open')
}

/** Items that were not reached, but for the one that runs: it ends as discussed. */
function notDiscussed({ agenda, timer }: ClosingRecord): AgendaItem[] {
  const { activeItemId } = timelineOf(timer)
  return notReached(agenda).filter(({ id }) => id !== activeItemId)
}

/** Exit criteria, in their order. */
export function exitCriteria({ gateCriteria }: Pick<ClosingRecord, 'gateCriteria'>): GateCriterion[] {
  return inOrder(gateCriteria).filter(({ gate }) => gate === 'exit')
}

function unanswered(record: ClosingRecord): string[] {
  return exitCriteria(record).flatMap(({ id, status }) => (status === 'open' ? [id] : []))
}
