import { expect, test } from 'vitest'
import { blocksOf } from '../../../renderer/features/feedback/blocks'
import { feedbackSchema } from '../../../shared/feedback/item'
import type { BoardRow } from '../../../shared/feedback/board'

function board(count: number): BoardRow[] {
  return Array.from({ length: count }, (_, at) => {
    const item = { id: `0b5e7c1a-${at}-4d2f`, order: 'a0', side: 'reviewer', label: 'issue', text: `Item ${at}`, raisedAt: at }
    return { item: feedbackSchema.parse(item), isUnder: at % 5 === 4, alike: 0 }
  })
}

test('a board in blocks has every row once and in its order, some to a block, and none stands apart from its head', () => {
  const rows = board(1_000)
  const blocks = blocksOf(rows)
  expect(blocks.flatMap((block) => block.rows)).toEqual(rows)
  expect(blocks.length).toBeGreaterThan(60)
  expect(blocks.length).toBeLessThan(200)
  expect(blocks.map(({ rows: [first] }) => first?.isUnder)).not.toContain(true)
  expect(blocksOf([])).toEqual([])
})

test('a row that comes or goes changes its own block only, so that a field in another keeps its caret', () => {
  const rows = board(300)
  const before = blocksOf(rows)
  const inside = before[1]?.rows[1]
  const after = blocksOf(rows.filter((row) => row !== inside))
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after.filter(({ rows: now }, at) => now.length !== before[at]?.rows.length)).toHaveLength(1)
})
