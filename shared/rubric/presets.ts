import type { CriterionDraft } from './criterion-verbs'

/** A rubric to begin with. */
export interface RubricPreset {
  readonly id: string
  readonly name: string
  /** What it is for, in a sentence. */
  readonly description: string
  readonly criteria: readonly (CriterionDraft & { weight: number })[]
}

export const capstoneRubric: RubricPreset = {
  id: 'capstone',
  name: 'Capstone',
  description: 'Implementation, presentation and response to feedback, each on four levels.',
  criteria: [
    {
      name: 'Technical implementation',
      weight: 50,
      passPoints: 2,
      levels: [
        { points: 1, anchor: 'Parts are missing or do not work; results cannot be reproduced.' },
        { points: 2, anchor: 'Works on the happy path; data handling or evaluation has gaps.' },
        { points: 3, anchor: 'Sound from data to monitoring; choices are justified and reproducible.' },
        { points: 4, anchor: 'Sound, measured against alternatives, ready for somebody else to operate.' },
      ],
    },
    {
      name: 'Clarity of presentation',
      weight: 30,
      passPoints: 2,
      levels: [
        { points: 1, anchor: 'The question and the result stay unclear.' },
        { points: 2, anchor: 'The main points come across; structure or figures need explaining.' },
        { points: 3, anchor: 'Clear to an engineer of another field.' },
        { points: 4, anchor: 'Clear to a decision maker without the field, and exact.' },
      ],
    },
    {
      name: 'Response to feedback',
      weight: 20,
      passPoints: 2,
      levels: [
        { points: 1, anchor: 'Questions are evaded.' },
        { points: 2, anchor: 'Questions are answered in part; limits are admitted when pressed.' },
        { points: 3, anchor: 'Direct answers; limits are named; next steps are concrete.' },
        { points: 4, anchor: 'Feedback is taken up at once and turned into commitments.' },
      ],
    },
  ],
}

const go = (no: string, conditions: string, yes: string) => [
  { points: 0, anchor: `No-go: ${no}` },
  { points: 1, anchor: `With conditions: ${conditions}` },
  { points: 2, anchor: `Go: ${yes}` },
]

export const goNoGoRubric: RubricPreset = {
  id: 'go-no-go',
  name: 'Production go/no-go',
  description: 'Five questions before a version goes to production; no-go in one is a failed line.',
  criteria: [
    {
      name: 'Quality against production',
      weight: 30,
      passPoints: 1,
      levels: go(
        'Worse where it matters, or not compared on the same data.',
        'Better on the whole; a slice is worse and it is known which.',
        'Better or equal on every slice that matters, and it can be repeated.',
      ),
    },
    {
      name: 'Risk and fairness',
      weight: 20,
      passPoints: 1,
      levels: go(
        'Who could be harmed is not known.',
        'Risks are named; one has no owner or no measure yet.',
        'Each risk has an owner, a measure and a limit.',
      ),
    },
    {
      name: 'Data and lineage',
      weight: 15,
      passPoints: 1,
      levels: go(
        'The data cannot be traced, or may not be used.',
        'Traced by hand; one source has no check.',
        'Each source is traced and checked, and its drift is watched.',
      ),
    },
    {
      name: 'Rollout and rollback',
      weight: 20,
      passPoints: 1,
      levels: go(
        'There is no way back that was tried.',
        'The way back was tried, but takes longer than the harm may last.',
        'In steps, each with a limit that ends it; the way back was tried with this version.',
      ),
    },
    {
      name: 'Operation',
      weight: 15,
      passPoints: 1,
      levels: go(
        'Nobody is called when it fails.',
        'Somebody is called; what to press is not written down.',
        'Alarms, the person on duty and what to press were gone through once.',
      ),
    },
  ],
}

export const rubricPresets: readonly RubricPreset[] = [capstoneRubric, goNoGoRubric]
