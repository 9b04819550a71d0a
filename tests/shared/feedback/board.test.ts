import { expect, test } from 'vitest'
import { type BoardFilter, type BoardSort, boardOf, everything, isFiltering } from '../../../shared/feedback/board'
import { makeReview } from '../../helpers/review-maker'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

function filled() {
  const review = makeReview()
  for (const feedbackId of Object.keys(review.state().record.feedback)) review.act('removeFeedback', { feedbackId })
  const agenda = Object.values(review.state().record.agenda).sort((left, right) => (left.order < right.order ? -1 : 1))
  const [first, second] = [agenda[0]?.id ?? '', agenda[1]?.id ?? '']
  const ada = made(review.act('addPerson', { name: 'Ada Moreau', roles: ['reviewer'] }))
  const add = (text: string, more: Record<string, unknown> = {}) =>
    made(review.act('addFeedback', { side: 'reviewer', label: 'issue', text, authorId: null, ...more }))
  const ids = {
    leak: add('The split leaks', { itemId: second, force: 'blocking', severity: 'major', authorId: ada }),
    praise: add('Clear story', { label: 'praise', itemId: first }),
    again: add('Random split', { label: 'suggestion', requestedChange: 'Split by time', force: 'if-minor' }),
    ask: add('Which sensors first?', { side: 'presenter', label: 'ask' }),
  }
  const rows = (filter: Partial<BoardFilter> = {}, sort: BoardSort = 'entered') => {
    const { record } = review.state()
    const board = boardOf(record.feedback, record, { ...everything, ...filter }, sort)
    return { texts: board.rows.map(({ item, isUnder }) => `${isUnder ? '- ' : ''}${item.text}`), hidden: board.hidden }
  }
  return { review, ids, ada, first, second, rows }
}

test('[FB10] each field filters, and it is known how many items are hidden', () => {
  const { rows, ada, second } = filled()
  expect(rows()).toEqual({ texts: ['The split leaks', 'Clear story', 'Random split', 'Which sensors first?'], hidden: 0 })
  const asked: readonly (readonly [Partial<BoardFilter>, readonly string[]])[] = [
    [{ side: 'presenter' }, ['Which sensors first?']],
    [{ label: 'praise' }, ['Clear story']],
    [{ status: 'closed' }, []],
    [{ force: 'blocking' }, ['The split leaks']],
    [{ force: '' }, ['Clear story', 'Which sensors first?']],
    [{ severity: 'major' }, ['The split leaks']],
    [{ itemId: second }, ['The split leaks']],
    [{ itemId: '' }, ['Random split', 'Which sensors first?']],
    [{ authorId: ada }, ['The split leaks']],
    [{ words: 'SPLIT time' }, ['Random split']],
    [{ words: 'moreau' }, ['The split leaks']],
    [{ words: 'split', force: 'blocking' }, ['The split leaks']],
  ]
  for (const [filter, texts] of asked) {
    expect(rows(filter), JSON.stringify(filter)).toEqual({ texts, hidden: 4 - texts.length })
    expect(isFiltering({ ...everything, ...filter })).toBe(true)
  }
  expect(isFiltering({ ...everything, words: ' ' })).toBe(false)
})

test('[FB10] each order sorts, and what is equal stays as it was entered', () => {
  const { review, ids, rows } = filled()
  review.act('countHands', { feedbackId: ids.again, hands: 4 })
  review.act('countHands', { feedbackId: ids.praise, hands: 9 })
  review.act('closeFeedback', { feedbackId: ids.praise })
  const [leak, praise, again, ask] = rows().texts
  const orders: readonly (readonly [BoardSort, readonly (string | undefined)[]])[] = [
    ['newest', [ask, again, praise, leak]],
    ['agenda', [praise, leak, again, ask]],
    ['label', [praise, again, leak, ask]],
    ['status', [leak, again, ask, praise]],
    ['hands', [praise, again, leak, ask]],
  ]
  for (const [sort, texts] of orders) expect(rows({}, sort).texts, sort).toEqual(texts)
})

test('[FB8] [FB10] what is under an item follows it in every order, and a head stays for what is found under it', () => {
  const { review, ids, rows } = filled()
  review.act('groupFeedback', { feedbackId: ids.again, underId: ids.leak })
  expect(rows().texts).toEqual(['The split leaks', '- Random split', 'Clear story', 'Which sensors first?'])
  expect(rows({}, 'newest').texts).toEqual(['Which sensors first?', 'Clear story', 'The split leaks', '- Random split'])
  expect(rows({ label: 'suggestion' })).toEqual({ texts: ['The split leaks', '- Random split'], hidden: 2 })
  expect(rows({ label: 'issue' })).toEqual({ texts: ['The split leaks'], hidden: 3 })
})
