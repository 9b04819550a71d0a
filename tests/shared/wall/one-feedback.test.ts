import { expect, test } from 'vitest'
import { wallView } from '../../../shared/wall/wall-view'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[FB11] the wall shows the one item with its hands, what stands under it and what answers it; nothing else, and never the desk', () => {
  const review = makeReview()
  const add = (text: string, more: Record<string, unknown> = {}) =>
    made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text, ...more }))
  const [head, alike] = [add('The split leaks'), add('Random split')]
  add('Something else')
  add('By time from now on', { side: 'presenter', label: 'response', answersId: head })
  const hidden = add('Zebrafisch', { isPrivate: true })
  review.act('groupFeedback', { feedbackId: alike, underId: head })
  review.act('countHands', { feedbackId: head, hands: 7 })
  const shown = (feedbackId: string) => {
    const { content } = wallView(review.state().record, { kind: 'feedback', page: 1, feedbackId }, '2026-12-01')
    return content.kind === 'feedback'
      ? content.blocks.map((block) => (block.kind === 'entry' ? [block.text, block.hands ?? []].flat().join(', ') : ''))
      : []
  }
  expect(shown(head)).toEqual(['The split leaks, 7', 'Random split', 'By time from now on'])
  // What is no item for the wall is the whole board.
  for (const other of [hidden, 'gone']) {
    expect(shown(other)).toContain('Something else')
    expect(shown(other)).not.toContain('Zebrafisch')
  }
  const [item = ''] = Object.keys(review.state().record.agenda)
  review.act('editItem', { itemId: item, internal: true })
  const internal = add('Only among us', { itemId: item })
  expect(shown(internal)).not.toContain('Only among us')
})
