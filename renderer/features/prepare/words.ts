import type { AgendaItem } from '../../../shared/agenda/item'

export const kindWords: Readonly<Record<AgendaItem['kind'], string>> = {
  presentation: 'Presentation',
  discussion: 'Discussion',
  decision: 'Decision',
  information: 'Information',
  break: 'Break',
  'follow-up': 'Follow-up',
}
