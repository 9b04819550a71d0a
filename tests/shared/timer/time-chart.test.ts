import { expect, test } from 'vitest'
import { timeChart, type TimeRow } from '../../../shared/timer/time-chart'
import { hostile } from '../../helpers/hostile-review'

const minutes = 60_000
const row = (label: string, planned: number, extended: number, actual: number): TimeRow => ({
  label,
  plannedMs: planned * minutes,
  extendedMs: extended * minutes,
  actualMs: actual * minutes,
})
const rows = [row('1. Opening', 5, 1, 7), row('2. 評価結果と既知の問題', 12, 0, 10), row('3. أسئلة', 8, -8, 0)]

test('[RND9] bars are as long as the times, what is beyond the allotted is told apart, and the words say it', () => {
  const chart = timeChart(rows)
  expect(chart?.values).toEqual(['7 of 6 min', '10 of 12 min', '0 of 0 min'])
  expect(chart?.words).toBe('Planned against taken time of 3 items: 17 of 18 minutes; 1 took longer than allotted.')
  const widths = [...(chart?.bars ?? '').matchAll(/width="([\d.]+)" height/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([283.33, 56.67, 340, 56.67, 680, 566.67])
  expect(timeChart(rows)).toEqual(chart)
})

test('[RND9] nothing is drawn while nothing took time', () => {
  expect(timeChart([])).toBe(null)
  expect(timeChart([row('1. Opening', 5, 0, 0.1)])).toBe(null)
})

test('[RND9] what was written is text in the picture', () => {
  const chart = timeChart([...hostile, '\u0000\ud800'].map((label) => row(label, 5, 0, 5)))
  const tags = [...(chart?.svg ?? '').matchAll(/<([^/\s>]+)/g)].map(([, tag]) => tag)
  expect([...new Set(tags)].sort()).toEqual(['line', 'rect', 'svg', 'text'])
  expect(chart?.svg).not.toMatch(/[\u0000\ud800]/)
})
