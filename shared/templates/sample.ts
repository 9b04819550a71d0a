import { getSchema, type JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { type ActionItem, actionSchema } from '../actions/action'
import type { AgendaItem } from '../agenda/item'
import type { Context } from '../context'
import { type FeedbackItem, feedbackSchema } from '../feedback/item'
import { minutesExtensions } from '../minutes/extensions'
import { minutesFragment } from '../minutes/fragments'
import { type GateCriterion, gateCriterionSchema } from '../readiness/gate'
import { preparationSchema } from '../readiness/preparation'
import { preparedQuestionSchema } from '../readiness/prepared-question'
import { type Change, create } from '../review/change'
import { personSchema } from '../review/people'
import type { Review } from '../review/review'
import { templates } from './built-in'
import { templateChanges } from './from-template'
import {
  sampleEntrance,
  sampleFeedback,
  sampleNotes,
  sampleOverview,
  samplePeople,
  samplePreparations,
  sampleQuestions,
} from './sample-content'

const MINUTE_MS = 60_000

export interface Sample {
  readonly changes: Change[]
  /** Writes the sample's minutes; given the document of the new review. */
  readonly writeMinutes: (minutes: Y.Doc) => void
}

/** A review to try everything with: prepared, with people, feedback, notes and an action, ready to be started. */
export function sampleReview(context: Context, timeZone: string): Sample {
  const { newId, now } = context
  const template = templates.find(({ id }) => id === 'model-promotion-gate') ?? templates[0]
  if (!template) throw new Error('there is no template')
  const made = templateChanges(template, { title: sampleOverview.title, scheduledStart: null, timeZone }, context)
  const people = withOrder(samplePeople, newId).map((person) => personSchema.parse(person))
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? null
  const presenterId = idOf('Mara Lindqvist')
  const agenda = made.flatMap(({ path, after }) => (path[0] === 'agenda' ? [after as unknown as AgendaItem] : []))
  const feedback: FeedbackItem[] = withOrder(sampleFeedback, newId).map(({ by, at, ...item }) =>
    feedbackSchema.parse({ ...item, authorId: idOf(by), itemId: agenda[at]?.id ?? null, raisedAt: now }),
  )
  const action: ActionItem = actionSchema.parse({
    ...withOrder([{ number: 1, what: 'Show the error per region beside the total', ownerId: presenterId }], newId)[0],
    source: { kind: 'feedback', id: feedback[0]?.id ?? null },
    createdAt: now,
  })
  const preparations = samplePreparations.map(({ by, minutes, note }) =>
    preparationSchema.parse({ id: idOf(by), spentMs: minutes * MINUTE_MS, outcome: 'sufficient', note }),
  )
  const questions = withOrder(sampleQuestions, newId).map(({ by, at, ...question }) =>
    preparedQuestionSchema.parse({ ...question, askedBy: by === undefined ? null : idOf(by), itemId: agenda[at]?.id ?? null }),
  )
  const entrance = made.flatMap(({ path, after }) => {
    const criterion = after as unknown as GateCriterion
    return path[0] === 'gateCriteria' && criterion.gate === 'entrance' ? [criterion] : []
  })
  /** An entrance criterion with its answer. */
  const answered = (criterion: GateCriterion): GateCriterion => {
    const { by, ...answer } = sampleEntrance[entrance.indexOf(criterion)] ?? {}
    return gateCriterionSchema.parse({ ...criterion, ...answer, waivedBy: by === undefined ? null : idOf(by), decidedAt: now })
  }
  const complete = ({ path, after, ...change }: Change): Change => {
    if (path[0] === 'review') return { ...change, path, after: { ...(after as unknown as Review), ...sampleOverview } }
    const criterion = after as unknown as GateCriterion
    if (entrance.includes(criterion)) return { ...change, path, after: answered(criterion) }
    const item = after as unknown as AgendaItem
    return path[0] === 'agenda' && item.kind === 'presentation'
      ? { ...change, path, after: { ...item, presenterId } }
      : { ...change, path, after }
  }
  return {
    changes: [
      ...made.map(complete),
      ...people.map((person) => create('people', person)),
      ...preparations.map((preparation) => create('preparations', preparation)),
      ...questions.map((question) => create('preparedQuestions', question)),
      ...feedback.map((item) => create('feedback', item)),
      create('actions', action),
    ],
    writeMinutes(minutes) {
      const schema = getSchema(minutesExtensions({ urlOf: () => '' }))
      sampleNotes.forEach((notes, at) => {
        const item = agenda[at]
        if (item) prosemirrorJSONToYXmlFragment(schema, paragraphs(notes), minutesFragment(minutes, item.id))
      })
    },
  }
}

function withOrder<Part extends object>(parts: readonly Part[], newId: () => string): (Part & { id: string; order: string })[] {
  const keys = generateNKeysBetween(null, null, parts.length)
  return parts.map((part, index) => ({ ...part, id: newId(), order: keys[index] ?? '' }))
}

function paragraphs(texts: readonly string[]): JSONContent {
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}
