import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, outliers } from '../../../shared/rubric/statistics'

test('[PAN8] the median is the middle, of an even number the mean of both', () => {
  expect([[], [3], [4, 1], [4, 1, 2], [1, 1, 4, 2]].map(median)).toEqual([null, 3, 2.5, 2, 1.5])
})

test('[PAN8] one score far from the others is an outlier, also where the others agree; few who differ are not', () => {
  expect(outliers([3, 3, 3, 3, 0])).toEqual([false, false, false, false, true])
  expect(outliers([7, 8, 8, 9, 1])).toEqual([false, false, false, false, true])
  expect(outliers([3, 4, 10])).toEqual([false, false, true])
  for (const alike of [[], [4], [2, 2, 2], [1, 2], [1, 2, 3], [1, 1, 4], [0, 0, 4, 4]])
    expect(outliers(alike)).toEqual(alike.map(() => false))
})

test('[PAN8] outliers depend on neither the order, the unit nor the zero of the scale, and are never half or more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), (values) => {
      const found = outliers(values)
      expect(outliers([...values].reverse())).toEqual([...found].reverse())
      expect(outliers(values.map((value) => value * 4 + 8))).toEqual(found)
      expect(found.filter(Boolean).length * 2).toBeLessThan(Math.max(1, values.length))
    }),
    { seed: 20261127 },
  )
})
