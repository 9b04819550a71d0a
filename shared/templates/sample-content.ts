import type { FeedbackItem } from '../feedback/item'
import type { GateCriterion } from '../readiness/gate'
import type { PreparedQuestion } from '../readiness/prepared-question'
import type { Person } from '../review/people'

/** The sample review is invented: no such model, company or people. */
export const sampleOverview = {
  title: 'Heat demand forecast to production',
  subject: 'District heating forecast',
  version: '2.1',
  objectives: 'Know what changes for the dispatchers. Know how the forecast fails. Decide on promotion.',
  decisionSought: 'May version 2.1 replace 1.8 before the heating season?',
  purpose: 'The forecast tells the dispatchers how much heat the city needs in the next 36 hours.',
  takeaways: 'Version 2.1 is a fifth better on cold days. On the first day after a holiday it is worse.',
  impact: 'About 3 % less gas burnt in reserve boilers; one more alarm for the dispatchers to learn.',
}

export const samplePeople: readonly Pick<Person, 'name' | 'roles'>[] = [
  { name: 'Ines Okafor', roles: ['facilitator'] },
  { name: 'Tomás Brandt', roles: ['recorder'] },
  { name: 'Mara Lindqvist', roles: ['presenter'] },
  { name: 'Yusuf Demir', roles: ['presenter'] },
  { name: 'Hana Novák', roles: ['reviewer'] },
  { name: 'Chidi Eze', roles: ['reviewer'] },
  { name: 'Lena Aalto', roles: ['decision-maker'] },
]

/** Answers to the entrance criteria of the template, in its order. */
export const sampleEntrance: readonly (Pick<GateCriterion, 'status'> &
  Partial<Pick<GateCriterion, 'evidence' | 'reason'>> & { readonly by?: string })[] = [
  { status: 'met', evidence: 'Run twice from the snapshot of 2 November; the errors agree to the last digit.' },
  { status: 'met', evidence: 'Rolled back to 1.8 on the test system in four minutes.' },
  {
    status: 'waived',
    by: 'Lena Aalto',
    reason: 'The data sheet is still that of 2.0. Nothing in the data changed but the holidays, which are listed in the report.',
  },
]

export const samplePreparations: readonly { readonly by: string; readonly minutes: number; readonly note: string }[] = [
  { by: 'Hana Novák', minutes: 50, note: 'Read everything, recalculated two of the tables.' },
  { by: 'Chidi Eze', minutes: 35, note: '' },
]

/** `at`: index of the agenda item; `by`: who filed it. */
export const sampleQuestions: readonly (Pick<PreparedQuestion, 'side' | 'text' | 'answer'> & {
  readonly at: number
  readonly by?: string
})[] = [
  {
    by: 'Hana Novák',
    at: 1,
    side: 'reviewer',
    text: 'Why is the first day after a holiday worse than before?',
    answer: 'The holiday counts as a Sunday in training; the day after it has no class of its own yet.',
  },
  {
    at: 1,
    side: 'presenter',
    text: 'Is the gain on cold days more than chance?',
    answer: 'Yes: it holds in 31 of 34 cold weeks, and in each of the three winters.',
  },
  { by: 'Chidi Eze', at: 2, side: 'reviewer', text: 'Which households stand behind the data of the new districts?', answer: '' },
  {
    at: 3,
    side: 'presenter',
    text: 'What do the dispatchers see when the weather input fails?',
    answer: 'The forecast of 1.8, marked as such, for up to six hours.',
  },
]

type SampleFeedback = Pick<FeedbackItem, 'side' | 'label' | 'text'> &
  Partial<Pick<FeedbackItem, 'force' | 'severity'>> & { readonly by: string; readonly at: number }

/** `at`: index of the agenda item. */
export const sampleFeedback: readonly SampleFeedback[] = [
  {
    by: 'Hana Novák',
    at: 1,
    side: 'reviewer',
    label: 'issue',
    force: 'blocking',
    severity: 'major',
    text: 'The total error hides the north of the city, where the network is oldest. Show the error per region.',
  },
  {
    by: 'Chidi Eze',
    at: 1,
    side: 'reviewer',
    label: 'praise',
    text: 'The comparison uses the same weather forecast for both versions. That is fair.',
  },
  { by: 'Chidi Eze', at: 3, side: 'reviewer', label: 'question', text: 'Who is called at night when the input data stops?' },
  {
    by: 'Mara Lindqvist',
    at: 3,
    side: 'presenter',
    label: 'response',
    text: 'The dispatcher on duty; the page names the fallback and how long it holds.',
  },
  {
    by: 'Hana Novák',
    at: 4,
    side: 'reviewer',
    label: 'risk',
    force: 'non-blocking',
    severity: 'minor',
    text: 'Two winters of data may not contain a week below minus fifteen degrees.',
  },
  {
    by: 'Yusuf Demir',
    at: 4,
    side: 'presenter',
    label: 'commitment',
    text: 'We replay the winter of the big freeze before the season begins.',
  },
]

/** Paragraphs per agenda item, in its order. */
export const sampleNotes: readonly (readonly string[])[] = [
  ['Version 2.1 replaces the weather input and adds holidays. Dispatchers see the same screen with one more alarm.'],
  [
    'On cold days the mean error falls from 6.1 to 4.9 percent. On the first working day after a holiday it rises from 7.0 to 8.2.',
    'Asked for: the error per region, with the oldest part of the network on its own.',
  ],
]
