import { expect, test } from 'vitest'
import { lineWords } from '../../../shared/record/line-words'
import { emptyReview } from '../../helpers/empty-review'

test('[MIN4] a line of a decision says its outcome in words, and before there is one that it is proposed', () => {
  const review = emptyReview()
  const id = String(review.act('proposeDecision', { statement: 'Go on' })[0]?.path[1])
  const note = () => lineWords('decision', id, review.state().record)?.note
  expect(note()).toBe('proposed')
  review.act('editDecision', { decisionId: id, outcome: 'proceed-with-conditions' })
  expect(note()).toBe('Proceed with conditions')
})
