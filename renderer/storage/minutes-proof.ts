import type * as Y from 'yjs'
import type { RecordState } from '../../shared/record/state'
import type { VerbName } from '../../shared/record/verbs'
import type { Change, VerbDoc } from '../../shared/review/change'
import { timelineOf } from '../../shared/timer/timeline'

const ENDS_ITEM = new Set<VerbName>(['startItem', 'nextItem', 'previousItem', 'endItem'])
const ENDS_ALL = new Set<VerbName>(['endMeeting', 'acceptDecision', 'closeReview'])

/**
 * STO23: what the log says about the minutes: the salted hash of their text when an item ends (that item's), at the decision and at closing (all).
 * These changes are only logged, never applied.
 */
export function minutesProof(verb: VerbName, minutes: Y.Doc, { timer }: RecordState): Change[] {
  const { activeItemId } = ENDS_ITEM.has(verb) ? timelineOf(timer) : { activeItemId: null }
  return [...minutes.share.keys()]
    .filter((name) => (ENDS_ALL.has(verb) ? /^(item:|general$)/.test(name) : name === `item:${activeItemId}`))
    .map((name) => ({
      doc: 'minutes' as VerbDoc,
      path: ['minutes', name, 'text'],
      before: undefined,
      after: minutes.getXmlFragment(name).toJSON(),
    }))
}
