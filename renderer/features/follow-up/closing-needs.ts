import { lacksOwnerOrDate } from '../../../shared/actions/action-verbs'
import type { RecordState } from '../../../shared/record/state'
import { compare } from '../../../shared/review/fields'
import { openFindings } from './findings'

export interface Need {
  readonly text: string
  /** True when the review cannot be closed without it (ACT3). */
  readonly isRequired: boolean
  /** Where it is mended: a `data-jump` on the page. */
  readonly jump: string
}

/** What is missing before the review is closed: first what is required, then what is usually wanted. */
export function closingNeeds(record: RecordState): Need[] {
  const lacking = Object.values(record.actions)
    .filter(lacksOwnerOrDate)
    .sort((left, right) => compare(left.number, right.number))
    .flatMap(({ id, number, ownerId, due }): Need[] => [
      ...(ownerId === null ? [{ text: `Action ${number} has no owner`, isRequired: true, jump: `owner-${id}` }] : []),
      ...(due === null ? [{ text: `Action ${number} has no due date`, isRequired: true, jump: `due-${id}` }] : []),
    ])
  const unanswered = openFindings(record.feedback).filter(({ answers }) => answers.length === 0)
  const first = unanswered[0]
  const hasDecision = Object.values(record.decisions).some(({ status }) => status === 'accepted')
  return [
    ...lacking,
    ...(hasDecision ? [] : [{ text: 'No decision is accepted', isRequired: false, jump: 'decision' }]),
    ...(first
      ? [
          {
            text: unanswered.length === 1 ? '1 finding has no answer' : `${unanswered.length} findings have no answer`,
            isRequired: false,
            jump: `finding-${first.item.id}`,
          },
        ]
      : []),
  ]
}
