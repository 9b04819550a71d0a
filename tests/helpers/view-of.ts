import { bundleView, type BundleView } from '../../shared/archive/bundle-view'
import { chainOrder } from '../../shared/record/log'
import type { MadeReview } from './review-maker'

/** What a bundle of the review is rendered from. */
export function viewOf({ state, docs, log }: MadeReview): BundleView {
  const { record } = state()
  const review = record.review['review']
  if (!review) throw new Error('there is no review')
  return bundleView({ record, review, minutes: docs.minutes, log: chainOrder(log), version: '1.2.3', present: new Set() })
}
