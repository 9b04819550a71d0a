import { collectionLists, actionsInOrder, feedbackInOrder } from './tables'
import type { FeedbackItem } from '../feedback/item'
import { countingSteps, statusOf } from '../feedback/life'
import type { RecordState } from '../record/state'
import { nameOf } from '../record/words'
import { isoAt } from '../review/dates'
import { BUNDLE_FORMAT } from './bag'
import type { BundleView } from './bundle-view'
import { compare } from '../review/fields'

/** Indented JSON whose keys are sorted, so that the same data is the same bytes. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys, 2)}\n`
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => compare(left, right)))
}

/** Everything, for programs: each collection as a list, the minutes as ProseMirror JSON, the file of each material. */
export function reviewJson(view: BundleView): string {
  return stableJson({
    format: 'review-room',
    formatVersion: BUNDLE_FORMAT,
    schemaVersion: view.review.schemaVersion,
    program: view.program,
    reviewId: view.review.reviewId,
    title: view.review.title,
    lastChange: isoAt(view.lastChange),
    record: collectionLists(view.record),
    minutes: view.sections.map(({ itemId, title, json }) => ({ itemId, title, content: json })),
    files: view.materials.map(({ material, path, isPresent }) => ({ materialId: material.id, path: isPresent ? path : null })),
  })
}

export function actionsJson({ record }: BundleView): string {
  const actions = actionsInOrder(record).map((action) => ({
    ...action,
    owner: nameOf(action.ownerId, record.people, ''),
    verifier: nameOf(action.verifierId, record.people, ''),
    createdAt: isoAt(action.createdAt),
  }))
  return stableJson({ actions })
}

export function feedbackJson({ record }: BundleView): string {
  const feedback = feedbackInOrder(record).map((item, at) => ({
    ...item,
    number: at + 1,
    status: statusOf(item),
    life: lifeJson(item, record.people),
    author: nameOf(item.authorId, record.people, ''),
    raisedAt: isoAt(item.raisedAt),
  }))
  return stableJson({ feedback })
}

/** FND12: a step that changed nothing says so. */
function lifeJson(item: FeedbackItem, people: RecordState['people']) {
  const counting = countingSteps(item)
  return item.life.map((step) => ({
    ...step,
    at: isoAt(step.at),
    by: nameOf(step.byId, people, ''),
    ...(!counting.includes(step) && { counts: false }),
  }))
}
