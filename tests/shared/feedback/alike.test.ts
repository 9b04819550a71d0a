import { expect, test } from 'vitest'
import { likeliest } from '../../../shared/feedback/alike'

test('[FB8] what shares most words comes first, the others stay as they stand', () => {
  const items = ['Praise for the plan', 'The split leaks the winter', 'Who pays?', 'Split by TIME, not at random'].map(
    (text) => ({ text }),
  )
  const sorted = likeliest(items, 'Is the split random, or by time?').map(({ text }) => text)
  expect(sorted).toEqual(['Split by TIME, not at random', 'The split leaks the winter', 'Praise for the plan', 'Who pays?'])
  expect(likeliest(items, 'Nothing alike')).toEqual(items)
})
