import { expect, test } from 'vitest'
import { faultOf, formatRows } from '../../build/rows.mjs'

const row = {
  name: 'P2 edit to saved, p50',
  value: 3.1,
  unit: 'ms',
  reference: 'append and fdatasync',
  referenceValue: 2.0,
  ratio: 1.55,
  runs: 5,
}

test('a row is shown with its reference, its ratio and whether the goal is met', () => {
  const lines = formatRows([
    { ...row, goal: 1.5 },
    { ...row, name: 'P8', value: 1234.5, ratio: 1.2, goal: 2 },
  ]).split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(
    /^P2 edit to saved, p50 {2}3.10 ms .*append and fdatasync: 2.00 ms {2}x1.55 {2}goal x1.5 MISSED {2}5 runs$/,
  )
  expect(lines[1]).toMatch(/^P8 .* {2}1235 ms .*x1.20 {2}goal x2 met .*5 runs$/)
})

test('an incomplete row is refused by the names of what it lacks', () => {
  expect(faultOf(row)).toBeNull()
  expect(faultOf({ ...row, ratio: NaN, unit: '' })).toBe('a row lacks unit, ratio')
  expect(faultOf(null)).toBe('a row is an object')
})
