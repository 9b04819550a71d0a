import { type z } from 'zod'
import { deskNoteSchema, itemSchema, parkedSchema, questionSchema } from '../agenda/item'
import { shownSlideSchema } from '../agenda/slide'
import { actionSchema } from '../actions/action'
import { riskSchema } from '../actions/risk'
import { acceptanceSchema } from '../decision/acceptance'
import { conditionSchema, decisionSchema } from '../decision/decision'
import { feedbackSchema } from '../feedback/item'
import { gateCriterionSchema } from '../readiness/gate'
import { preparationSchema } from '../readiness/preparation'
import { preparedQuestionSchema } from '../readiness/prepared-question'
import { checkSchema } from '../review/checklist'
import type { Collection } from '../review/fields'
import { termSchema } from '../review/glossary'
import { materialSchema } from '../review/materials'
import { personSchema } from '../review/people'
import { reviewSchema } from '../review/review'
import { criterionSchema } from '../rubric/criterion'
import { assessmentSchema, ballotSchema, panelSchema, scoreSchema } from '../rubric/score'
import { timerEventSchema } from '../timer/event'

/** Every collection of the record and the schema of its entities; the single list of what the record holds. */
export const recordCollections = {
  review: reviewSchema,
  people: personSchema,
  agenda: itemSchema,
  checklist: checkSchema,
  gateCriteria: gateCriterionSchema,
  preparations: preparationSchema,
  preparedQuestions: preparedQuestionSchema,
  materials: materialSchema,
  slides: shownSlideSchema,
  criteria: criterionSchema,
  panel: panelSchema,
  scores: scoreSchema,
  assessments: assessmentSchema,
  timer: timerEventSchema,
  questions: questionSchema,
  parking: parkedSchema,
  feedback: feedbackSchema,
  decisions: decisionSchema,
  conditions: conditionSchema,
  acceptances: acceptanceSchema,
  actions: actionSchema,
  risks: riskSchema,
  glossary: termSchema,
} as const

/** What never leaves the facilitator's app: private notes, unrevealed feedback and sealed ballots. */
export const deskCollections = {
  notes: deskNoteSchema,
  feedback: feedbackSchema,
  ballots: ballotSchema,
} as const

type StateOf<Schemas extends Record<string, z.ZodType>> = {
  readonly [Name in keyof Schemas]: Collection<z.infer<Schemas[Name]>>
}

export type RecordState = StateOf<typeof recordCollections>
export type DeskState = StateOf<typeof deskCollections>

/** What verbs see: the record and the desk together. */
export interface ReviewState {
  readonly record: RecordState
  readonly desk: DeskState
}

export const emptyRecord = Object.fromEntries(Object.keys(recordCollections).map((name) => [name, {}])) as unknown as RecordState
export const emptyDesk = Object.fromEntries(Object.keys(deskCollections).map((name) => [name, {}])) as unknown as DeskState
