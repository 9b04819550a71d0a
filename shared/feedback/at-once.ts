import { readAs } from '../review/at-once'
import { type Collection, compare } from '../review/fields'
import { sides } from '../review/review'
import { type FeedbackItem, hasForce, labelsOf, lifeStepSchema } from './item'
import { dispositionOf, leadsBack } from './life'

const ROUND = 'Each of two findings was answered as the duplicate of the other; this one was answered last.'

/** FB17, FND10: feedback as it is read where two windows changed it at once. */
export function feedbackAtOnce(feedback: Collection<FeedbackItem>): Collection<FeedbackItem> {
  return withoutCircles(readAs(feedback, Object.values(feedback).map(fitting)))
}

/** FB17: the label counts: the side is one that has it, and force and severity are there only where it has them. */
export function fitting(item: FeedbackItem): FeedbackItem {
  const { side, label, force, severity } = item
  const own = labelsOf(side).includes(label) ? side : (sides.find((other) => labelsOf(other).includes(label)) ?? side)
  const isForced = hasForce(label) || (force === null && severity === null)
  return own === side && isForced ? item : { ...item, side: own, ...(!isForced && { force: null, severity: null }) } // FB17
}

/** FND10: of findings that name each other as duplicates the one answered last is open again, and its life says why. */
function withoutCircles(feedback: Collection<FeedbackItem>): Collection<FeedbackItem> {
  const since = (item: FeedbackItem) => dispositionOf(item)?.at ?? 0
  const inTime = Object.values(feedback)
    .filter((item) => dispositionOf(item)?.duplicateOf)
    .sort((left, right) => compare(since(right), since(left)) || compare(right.id, left.id))
  let read = feedback
  for (const { id, life } of inTime) {
    const item = read[id]
    const other = item && dispositionOf(item)?.duplicateOf
    const at = life.at(-1)?.at
    if (!item || !other || at === undefined || !leadsBack(read, id, other)) continue
    const step = lifeStepSchema.parse({ act: 'reopen', at, byId: null, note: ROUND })
    read = { ...read, [id]: { ...item, life: [...life, step] } } // FND10
  }
  return read
}
