import { goNoGoRubric } from '../rubric/presets'
import { commonChecklist } from './common-checklist'
import type { TemplateData } from './template'

const minutes = 60_000

export const modelPromotionGate: TemplateData = {
  id: 'model-promotion-gate',
  name: 'Model promotion gate',
  description: 'Decides whether a model version goes to production, under which conditions, and how it comes back out.',
  kind: 'management-review',
  objectives: 'Know what changes for whom. Know the risks and who watches them. Decide on promotion.',
  decisionSought: 'May this version replace the one in production?',
  agenda: [
    {
      title: 'What changes, and for whom',
      kind: 'information',
      plannedMs: 5 * minutes,
      playbook: 'Ask somebody outside the team to say it back in one sentence.',
    },
    {
      title: 'Evaluation against the version in production',
      kind: 'presentation',
      plannedMs: 12 * minutes,
      playbook: 'Ask for the worst slice, not the mean.',
    },
    { title: 'Data, lineage and fairness', kind: 'presentation', plannedMs: 8 * minutes },
    {
      title: 'Operations: rollout, monitoring, rollback',
      kind: 'presentation',
      plannedMs: 8 * minutes,
      playbook: 'Walk through one night on which it fails: who is called, what is pressed.',
    },
    {
      title: 'Open findings and risks',
      kind: 'discussion',
      plannedMs: 12 * minutes,
      playbook: 'Blocking ones first. Two minutes of silent writing if the room is quiet.',
    },
    {
      title: 'Decision and conditions',
      kind: 'decision',
      plannedMs: 10 * minutes,
      playbook: 'Read the exact statement aloud. Ask each decider by name.',
    },
    {
      title: 'Actions, owners, next review',
      kind: 'follow-up',
      plannedMs: 5 * minutes,
      playbook: 'One owner and one date for each, said by the owner.',
    },
  ],
  gateCriteria: [
    { gate: 'entrance', text: 'The evaluation against production can be repeated from recorded data' },
    { gate: 'entrance', text: 'Rollback was tried with this version' },
    { gate: 'entrance', text: 'Model card and data sheet are of this version' },
    { gate: 'exit', text: 'No blocking finding is open without a waiver' },
    { gate: 'exit', text: 'Somebody is named who watches the version after promotion' },
    { gate: 'exit', text: 'Conditions of the decision have owners and due dates' },
  ],
  checklist: [
    { phase: 'preparation', side: 'presenter', text: 'Evaluation can be repeated from the recorded data and seed' },
    { phase: 'preparation', side: 'presenter', text: 'Rollback was tried' },
    { phase: 'preparation', side: 'reviewer', text: 'Findings of the last gate are looked up' },
    ...commonChecklist,
  ],
  criteria: [...goNoGoRubric.criteria],
}
