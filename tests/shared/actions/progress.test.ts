import { expect, test } from 'vitest'
import { actionSchema, type actionStatuses } from '../../../shared/actions/action'
import { progressChart, progressRows } from '../../../shared/actions/progress'
import { hostile } from '../../helpers/hostile-review'

const today = '2026-11-24'
const action = (ownerId: string | null, status: (typeof actionStatuses)[number], due: string | null = null) =>
  actionSchema.parse({
    ...{ id: 'a', order: 'a0', number: 1, what: 'A', createdAt: 0, source: { kind: 'review', id: null } },
    ...{ ownerId, status, due },
  })
const rowsOf = (actions: ReturnType<typeof action>[]) => progressRows(actions, today, (id) => id ?? 'No owner')

test('[ACT12] each action counts once, by owner and in all; a cancelled one does not', () => {
  const rows = rowsOf([
    action('Ben', 'needs-action', '2026-11-23'),
    action('Ben', 'needs-action', '2026-11-24'),
    action('Ada', 'in-process'),
    action('Ada', 'completed', '2026-11-01'),
    action('Ada', 'cancelled', '2026-11-01'),
    action(null, 'needs-action'),
  ])
  const counts = (completed: number, inProcess: number, open: number, overdue: number) => ({
    ...{ completed, 'in-process': inProcess, open, overdue },
  })
  expect(rows).toEqual([
    { label: 'All actions', counts: counts(1, 1, 2, 1) },
    { label: 'Ada', counts: counts(1, 1, 0, 0) },
    { label: 'Ben', counts: counts(0, 0, 1, 1) },
    { label: 'No owner', counts: counts(0, 0, 1, 0) },
  ])
  const chart = progressChart(rows)
  expect(chart?.svg).toContain('aria-label="Progress of 5 actions: 1 completed, 1 in process, 2 not begun, 1 overdue."')
  expect(chart?.counted).toBe('5 actions')
  const widths = [...(chart?.svg ?? '').matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ])
  // ACT18: a legend of what is in it.
  expect(widths.slice(-4).map(([, width]) => width)).toEqual([12, 12, 12, 12])
  expect(widths.slice(0, 4)).toEqual([
    [190, 46],
    [236, 46],
    [282, 92],
    [374, 46],
  ])
})

test('[ACT12] nothing is drawn of nothing, and names are text in the picture', () => {
  expect(progressChart(rowsOf([action('Ada', 'cancelled')]))).toBe(null)
  const chart = progressChart(rowsOf(hostile.map((name) => action(name, 'in-process'))))
  const tags = [...(chart?.svg ?? '').matchAll(/<([^/\s>]+)/g)].map(([, tag]) => tag)
  expect([...new Set(tags)].sort()).toEqual(['rect', 'svg', 'text'])
})
