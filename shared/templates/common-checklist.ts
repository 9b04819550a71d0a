import type { TemplateData } from './template'

/** What both sides do in the four phases of any review. */
export const commonChecklist: NonNullable<TemplateData['checklist']> = [
  { phase: 'preparation', side: 'presenter', text: 'Materials are final and were sent in time to be read' },
  { phase: 'preparation', side: 'presenter', text: 'It is clear which decision is sought, and of whom' },
  { phase: 'preparation', side: 'reviewer', text: 'Materials are read, questions are written down' },
  { phase: 'preparation', side: 'reviewer', text: 'Conflicts of interest are told to the facilitator' },
  { phase: 'presentation', side: 'presenter', text: 'The problem and the result come first, details on request' },
  { phase: 'presentation', side: 'presenter', text: 'Limits and open points are named before they are asked for' },
  { phase: 'presentation', side: 'reviewer', text: 'Questions are queued; the presenter is not interrupted' },
  { phase: 'feedback', side: 'presenter', text: 'Every item is heard to its end and answered, not argued away' },
  { phase: 'feedback', side: 'reviewer', text: 'Each item says what, where and why, and what would settle it' },
  { phase: 'feedback', side: 'reviewer', text: 'What is good is said as well' },
  { phase: 'follow-up', side: 'presenter', text: 'Every action has an owner and a due date' },
  { phase: 'follow-up', side: 'presenter', text: 'Changes are shown to those who asked for them' },
  { phase: 'follow-up', side: 'reviewer', text: 'Promised support is given' },
  { phase: 'follow-up', side: 'reviewer', text: 'Finished actions are verified' },
]
