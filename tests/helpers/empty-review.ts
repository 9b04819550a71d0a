import { type MadeReview, makeReview } from './review-maker'

/** A review with a title and nothing else. */
export function emptyReview(): MadeReview {
  const review = makeReview()
  const { docs } = review
  for (const name of docs.record.share.keys()) if (name !== 'review') docs.record.getMap(name).clear()
  for (const name of [...docs.minutes.share.keys()].filter((key) => key !== 'meta')) {
    const fragment = docs.minutes.getXmlFragment(name)
    fragment.delete(0, fragment.length)
  }
  const nothing = { subject: '', version: '', objectives: '', decisionSought: '', purpose: '', takeaways: '', impact: '' }
  review.act('editReview', { title: 'Untitled', ...nothing })
  return review
}
