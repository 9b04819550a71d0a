import type { AgendaItem } from '../agenda/item'
import type { Phase, ReviewStatus, Side } from '../review/review'

/** FB13: what helps each side to give and take feedback in each phase. Short: it has one line. */
const prompts: Readonly<Record<Side, Readonly<Record<Phase, string>>>> = {
  reviewer: {
    preparation: 'Which questions should they come prepared for?',
    presentation: 'Ask what you need to understand; judge later.',
    feedback: 'Say where, what is wrong, and what would be enough.',
    'follow-up': 'What can you offer to help with?',
  },
  presenter: {
    preparation: 'What do you want feedback on?',
    presentation: 'Ask for suggestions where you are unsure.',
    feedback: 'Ask back, answer, and say what you will do.',
    'follow-up': 'What will be done, by whom, until when?',
  },
}

/** FB13: the phase that a review is in, by its status and the kind of the item that runs. */
export function phaseOf(status: ReviewStatus, active: Pick<AgendaItem, 'kind'> | null): Phase {
  if (status === 'planned' || status === 'preparing') return 'preparation'
  if (status === 'follow-up' || status === 'closed') return 'follow-up'
  return active?.kind === 'presentation' ? 'presentation' : 'feedback'
}

export function promptFor(side: Side, phase: Phase): string {
  return prompts[side][phase] // FB13
}
