import * as Y from 'yjs'
import { heavyReview } from '../../helpers/heavy-review'
import { type Commit, docIds, type LogLine } from '../../../shared/record/commit'
import { minutesFragment } from '../../../shared/minutes/fragments'
import { inOrder } from '../../../shared/review/fields'

const FINDINGS = 200
const WORDS = 'shown agreed later north winter error split again panel owner forecast risk '

/** A review that came about in so many commits: 200 findings, the rest typing, of which every tenth takes something back. */
export function longHistory(updates: number): { reviewId: string; commits: Commit[] } {
  const { review } = heavyReview()
  const reviewId = review.state().record.review['review']?.reviewId ?? ''
  const commits: Commit[] = []
  let parts: Commit['parts'] = review.parts()
  let logged = 0
  const commit = () => {
    const log: LogLine[] = review.log.slice(logged)
    logged = review.log.length
    commits.push({ id: `commit-${commits.length}`, reviewId, at: 1 + commits.length, parts, log })
    parts = []
  }
  commit()
  for (const docId of docIds) review.docs[docId].on('update', (update: Uint8Array) => parts.push({ docId, update }))

  const items = inOrder(review.state().record.agenda).map(({ id }) => id)
  const there = Object.keys(review.state().record.feedback).length
  for (let at = there; at < FINDINGS; at++) {
    const itemId = items[at % items.length] ?? null
    review.act('addFeedback', { side: 'reviewer', label: 'issue', text: `Finding ${at}: ${WORDS}`, itemId })
    commit()
  }
  for (let at = 0; commits.length < updates; at++) {
    type(minutesFragment(review.docs.minutes, items[Math.floor(at / 200) % items.length] ?? null), at)
    commit()
  }
  return { reviewId, commits }
}

/** A tenth of a second of typing: some letters at the end of the last paragraph. */
function type(fragment: Y.XmlFragment, at: number): void {
  fragment.doc?.transact(() => {
    if (at % 40 === 0) {
      const paragraph = new Y.XmlElement('paragraph')
      fragment.push([paragraph])
      paragraph.push([new Y.XmlText()])
    }
    const text = (fragment.get(fragment.length - 1) as Y.XmlElement).get(0) as Y.XmlText
    if (at % 10 === 9) text.delete(text.length - 3, 3)
    else text.insert(text.length, WORDS.slice((at * 5) % 70, ((at * 5) % 70) + 5))
  })
}
