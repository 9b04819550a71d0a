import type { Decision } from '../../../shared/decision/decision'
import { type ClosingStepName, closingSteps, lacking } from '../../../shared/decision/closing-steps'
import type { RecordState } from '../../../shared/record/state'
import type { Collection } from '../../../shared/review/fields'
import { openFindings } from './findings'

export interface Need {
  readonly text: string
  /** True when the review cannot be closed without it (ACT3). */
  readonly isRequired: boolean
  /** Where it is mended: a `data-jump` on the page, or a step of the walk. */
  readonly jump: string
  readonly step?: ClosingStepName
}

/** CLO1: what is missing before the review is closed: first what is required, then what is usually wanted. */
export function closingNeeds(record: RecordState): Need[] {
  const required = lacking(record.actions).flatMap(({ id, number, ownerId, due }): Need[] => [
    ...(ownerId === null ? [{ text: `Action ${number} has no owner`, isRequired: true, jump: `owner-${id}` }] : []),
    ...(due === null ? [{ text: `Action ${number} has no due date`, isRequired: true, jump: `due-${id}` }] : []),
  ])
  const left = new Map(closingSteps(record).map(({ name, left: rest }) => [name, rest.length]))
  const unanswered = openFindings(record.feedback).filter(({ answers }) => answers.length === 0)
  const usual = (count: number, one: string, several: string, where: Pick<Need, 'jump' | 'step'>): Need[] =>
    count === 0 ? [] : [{ text: count === 1 ? `1 ${one}` : `${count} ${several}`, isRequired: false, ...where }]
  const step = (name: ClosingStepName, one: string, several: string) =>
    usual(left.get(name) ?? 0, one, several, { jump: `step-${name}`, step: name })
  return [
    ...required,
    ...((left.get('decision') ?? 0) === 0 ? [] : [{ text: 'No decision is accepted', isRequired: false, jump: 'decision' }]),
    ...usual(unanswered.length, 'finding has no answer', 'findings have no answer', {
      jump: `finding-${unanswered[0]?.item.id ?? ''}`,
    }),
    ...step('parking', 'parked topic is open', 'parked topics are open'),
    ...step('agenda', 'agenda item was not discussed', 'agenda items were not discussed'),
    ...step('exit', 'exit criterion has no answer', 'exit criteria have no answer'),
  ]
}

/** CLO11: what stands here before the meeting was held. */
export function beforehandWords(decisions: Collection<Pick<Decision, 'status'>>): string {
  return Object.values(decisions).some(({ status }) => status === 'accepted')
    ? 'A decision was accepted before the meeting. Another can be proposed here; the meeting begins in Run.'
    : 'Decision and actions can be prepared here; the meeting begins in Run.'
}
