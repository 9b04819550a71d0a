import { commonChecklist } from './common-checklist'
import type { TemplateData } from './template'

const minutes = 60_000

export const technicalReview: TemplateData = {
  id: 'technical-review',
  name: 'Technical review',
  description: 'Experts look at a design or a result, find what is wrong or missing, and agree on what to do.',
  kind: 'technical-review',
  objectives: 'Find what is wrong, missing or unclear. Agree on what is done about it, by whom and when.',
  endsIn: 'appraisal',
  decisionSought: 'Is the work fit for its purpose?',
  agenda: [
    { title: 'Purpose and scope', kind: 'information', plannedMs: 5 * minutes },
    {
      title: 'Walk through the work',
      kind: 'presentation',
      plannedMs: 15 * minutes,
      playbook: 'Findings are noted, not solved.',
    },
    {
      title: 'Findings',
      kind: 'discussion',
      plannedMs: 20 * minutes,
      playbook: 'One point from each in turn; nobody twice before everybody once.',
    },
    {
      title: 'Risks and open questions',
      kind: 'discussion',
      plannedMs: 10 * minutes,
      playbook: 'What would make us regret this in a year? Two minutes in silence first.',
    },
    {
      title: 'Decision',
      kind: 'decision',
      plannedMs: 5 * minutes,
      playbook: 'When reviewers differ, begin from the most careful appraisal.',
    },
    {
      title: 'Actions',
      kind: 'follow-up',
      plannedMs: 5 * minutes,
      playbook: 'One owner and one date for each, said by the owner.',
    },
  ],
  gateCriteria: [
    { gate: 'entrance', text: 'What is reviewed has a version and is not changed until the meeting' },
    { gate: 'entrance', text: 'Materials were with the reviewers three working days before' },
    { gate: 'entrance', text: 'Findings of the review before are answered' },
    { gate: 'exit', text: 'Every finding has an answer or an action' },
    { gate: 'exit', text: 'The decision is stated, with its conditions' },
    { gate: 'exit', text: 'Every action has an owner and a due date' },
  ],
  checklist: commonChecklist,
}
