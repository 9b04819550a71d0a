import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hint, hintOf } from '../../../shared/feedback/hints'
import { type Label, labels } from '../../../shared/feedback/item'
import { hintSentences } from './hint-sentences'

const hint = (text: string, label: Label = 'issue', more: { location?: string; requestedChange?: string } = {}): Hint | null =>
  hintOf({ label, text, location: '', requestedChange: '', ...more })

test('[FB12] of the hints for sixty sentences at least four in five are those that two readers found right', () => {
  const told = hintSentences.flatMap(([label, text, right]) => {
    const given = hint(text, label)
    return given ? [{ text, given: given.kind, isRight: right.includes(given.kind), isWanted: right.length > 0 }] : []
  })
  const right = told.filter(({ isRight }) => isRight).length
  const wanted = hintSentences.filter(([, , kinds]) => kinds.length > 0).length
  console.log(
    `= hints: ${right} of ${told.length} right; told for ${told.filter(({ isWanted }) => isWanted).length} of ${wanted} that need one`,
  )
  expect(hintSentences).toHaveLength(60)
  expect(right / told.length).toBeGreaterThanOrEqual(0.8)
  expect(told.length).toBeGreaterThanOrEqual(20)
})

test('[FB12] each kind of cause, and what takes it away', () => {
  expect(hint('You forgot the holidays')?.kind).toBe('person')
  expect(hint('Could you have forgotten the holidays?')).toBeNull()
  expect(hint('Make it better')?.words).toContain('“better”')
  expect(hint('Make it better than 3 %', 'suggestion')).toBeNull()
  expect(hint('Make it better', 'issue', { requestedChange: 'Split by time' })).toBeNull()
  expect(hint('Axis labels')?.kind).toBe('fragment')
  expect(hint('The model overfits')?.kind).toBe('place')
  expect(hint('The model overfits', 'issue', { location: 'deck.pdf, page 7' })).toBeNull()
  expect(hint('The model overfits on slide 7')).toBeNull()
  for (const label of ['praise', 'question', 'note', 'lesson', 'response'] as const) expect(hint('Things', label)).toBeNull()
})

test('[FB12] a hint is one short line for any text, and none where there are no English letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...labels), (text, label) => {
      const given = hint(text, label)
      if (given) expect(given.words.length).toBeLessThan(60)
    }),
  )
  for (const text of ['', '   ', '平均誤差', 'متى؟', '42']) expect(hint(text)).toBeNull()
})
