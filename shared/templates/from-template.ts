import { generateNKeysBetween } from 'fractional-indexing'
import { itemSchema } from '../agenda/item'
import type { Context, Instant } from '../context'
import type { ReviewState } from '../record/state'
import { gateCriterionSchema } from '../readiness/gate'
import { type Change, create } from '../review/change'
import { checkSchema } from '../review/checklist'
import { inOrder } from '../review/fields'
import { reviewSchema, SCHEMA_VERSION } from '../review/review'
import { criterionSchema } from '../rubric/criterion'
import { type Template, templateSchema } from './template'

export interface NewReview {
  readonly title: string
  readonly subject?: string
  readonly version?: string
  readonly scheduledStart: Instant | null
  /** IANA name. */
  readonly timeZone: string
}

/** TPL2: the changes that make a new review of a template: fresh ids, nothing done yet. */
export function templateChanges(template: Template, given: NewReview, { now, newId }: Context): Change[] {
  const { id, kind, objectives, decisionSought, scheduledLengthMs, quorum, endsIn, warningMs, dangerMs } = template
  const review = reviewSchema.parse({
    ...given,
    id: 'review',
    reviewId: newId(),
    schemaVersion: SCHEMA_VERSION,
    kind,
    template: id,
    objectives,
    decisionSought,
    scheduledLengthMs,
    quorum,
    endsIn,
    warningMs,
    dangerMs,
    createdAt: now,
  })
  const ordered = <Part extends object>(parts: readonly Part[]) => {
    const keys = generateNKeysBetween(null, null, parts.length)
    return parts.map((part, index) => ({ ...part, id: newId(), order: keys[index] ?? '' }))
  }
  return [
    create('review', review),
    ...ordered(template.agenda).map((item) => create('agenda', itemSchema.parse(item))),
    ...ordered(template.checklist).map((check) => create('checklist', checkSchema.parse(check))),
    ...ordered(template.gateCriteria).map((criterion) => create('gateCriteria', gateCriterionSchema.parse(criterion))),
    ...ordered(template.criteria).map((criterion) => create('criteria', criterionSchema.parse(criterion))),
  ]
}

/** TPL3: a template of a review: its agenda, checklists, criteria and rubric, nothing that was said, done or named in it. */
export function templateFrom({ record }: Pick<ReviewState, 'record'>, name: string, id: string): Template {
  const review = record.review['review']
  return templateSchema.parse({
    id,
    name,
    kind: review?.kind ?? 'technical-review',
    objectives: review?.objectives,
    decisionSought: review?.decisionSought,
    scheduledLengthMs: review?.scheduledLengthMs,
    quorum: review?.quorum,
    endsIn: review?.endsIn,
    warningMs: review?.warningMs,
    dangerMs: review?.dangerMs,
    agenda: inOrder(record.agenda).map(({ title, level, kind, plannedMs, warningMs, dangerMs, internal, playbook }) => ({
      ...{ title, level, kind, plannedMs, warningMs, dangerMs, internal, playbook },
    })),
    checklist: inOrder(record.checklist).map(({ phase, side, text }) => ({ phase, side, text })),
    gateCriteria: inOrder(record.gateCriteria).map(({ gate, text }) => ({ gate, text })),
    criteria: inOrder(record.criteria).map(({ name: criterion, weight, counts, levels, passPoints }) => ({
      ...{ name: criterion, weight, counts, levels, passPoints },
    })),
  })
}

/** TPL4: a review to begin again with: preparation, people and materials of another, none of its outcome and none of its desk. */
export function duplicateChanges({ record }: Pick<ReviewState, 'record'>, title: string, { now, newId }: Context): Change[] {
  const review = reviewSchema.parse(record.review['review'])
  return [
    create('review', {
      ...review,
      reviewId: newId(),
      title,
      status: 'planned',
      scheduledStart: null,
      createdAt: now,
      nextMeetingOn: null,
      nextMeetingTime: null,
      closedAt: null,
      startedAnyway: null,
    }),
    ...inOrder(record.people).map((person) =>
      create('people', { ...person, attendance: 'expected', arrivedAt: null, leftAt: null }),
    ),
    ...inOrder(record.agenda).map((item) => create('agenda', { ...item, status: 'pending' })),
    ...inOrder(record.checklist).map((check) => create('checklist', { ...check, doneAt: null })),
    ...inOrder(record.gateCriteria).map(({ id, order, gate, text }) =>
      create('gateCriteria', gateCriterionSchema.parse({ id, order, gate, text })),
    ),
    ...inOrder(record.preparedQuestions).map((question) => create('preparedQuestions', { ...question, usedAt: null })),
    ...inOrder(record.materials).map((material) => create('materials', material)),
    ...inOrder(record.criteria).map((criterion) => create('criteria', criterion)),
  ]
}
