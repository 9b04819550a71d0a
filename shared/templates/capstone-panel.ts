import { capstoneRubric } from '../rubric/presets'
import { commonChecklist } from './common-checklist'
import type { TemplateData } from './template'

const minutes = 60_000

export const capstonePanel: TemplateData = {
  id: 'capstone-panel',
  name: 'Capstone panel',
  description: 'A team presents a finished machine-learning project; a panel asks, gives feedback and assesses it.',
  kind: 'panel-assessment',
  objectives: 'Understand what was built and why. Give the team feedback they can act on. Assess the work against the rubric.',
  decisionSought: 'Is the project accepted as it stands, with conditions, or to be reworked?',
  agenda: [
    {
      title: 'Opening and purpose',
      kind: 'information',
      plannedMs: 3 * minutes,
      playbook: 'Say what will be decided and by whom. Ask that questions of understanding come at once, all others at the end.',
    },
    {
      title: 'Data',
      kind: 'presentation',
      plannedMs: 8 * minutes,
      playbook: 'Only questions of understanding. Queue the rest with Q.',
    },
    { title: 'Training', kind: 'presentation', plannedMs: 8 * minutes },
    { title: 'Deployment', kind: 'presentation', plannedMs: 6 * minutes },
    { title: 'Monitoring', kind: 'presentation', plannedMs: 5 * minutes },
    {
      title: 'Design choices and why',
      kind: 'discussion',
      plannedMs: 10 * minutes,
      playbook: 'Two minutes of silent writing, then one point from each in turn.',
    },
    { title: 'Value', kind: 'presentation', plannedMs: 5 * minutes },
    {
      title: 'Questions',
      kind: 'discussion',
      plannedMs: 10 * minutes,
      playbook: 'Begin with the questions prepared beforehand. Ask who has not spoken.',
    },
    {
      title: 'Panel consults',
      kind: 'discussion',
      plannedMs: 5 * minutes,
      internal: true,
      playbook: 'Each scores alone first. Then the farthest apart explain.',
    },
    {
      title: 'Decision',
      kind: 'decision',
      plannedMs: 5 * minutes,
      playbook: 'Read the exact statement aloud before anybody agrees to it.',
    },
  ],
  gateCriteria: [
    { gate: 'entrance', text: 'Report and code were handed in by the date agreed' },
    { gate: 'entrance', text: 'The panel knows the rubric and has told its conflicts of interest' },
    { gate: 'entrance', text: 'The demonstration was run once in the room' },
    { gate: 'exit', text: 'Each criterion of the rubric was talked about' },
    { gate: 'exit', text: 'The team can say in its own words what it will change' },
    { gate: 'exit', text: 'The result and its reasons are written down' },
  ],
  checklist: [
    { phase: 'preparation', side: 'presenter', text: 'The demonstration runs without a network' },
    { phase: 'preparation', side: 'reviewer', text: 'The rubric is read and understood the same way by all' },
    ...commonChecklist,
  ],
  criteria: [...capstoneRubric.criteria],
}
