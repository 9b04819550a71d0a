import { expect, test } from 'vitest'
import { phaseOf, promptFor } from '../../../shared/feedback/prompts'
import { phases, reviewStatuses, sides } from '../../../shared/review/review'

test('[FB13] the prompt follows side and phase, each its own and short enough for one line', () => {
  const all = sides.flatMap((side) => phases.map((phase) => promptFor(side, phase)))
  expect(new Set(all).size).toBe(8)
  for (const prompt of all) expect(prompt.length).toBeLessThan(56)
})

test('[FB13] the phase follows the status of the review and the kind of the item that runs', () => {
  const of = (kind: 'presentation' | 'discussion' | null) =>
    reviewStatuses.map((status) => phaseOf(status, kind === null ? null : { kind }))
  expect(of(null)).toEqual(['preparation', 'preparation', 'feedback', 'follow-up', 'follow-up'])
  expect(of('discussion')).toEqual(of(null))
  expect(of('presentation')).toEqual(['preparation', 'preparation', 'presentation', 'follow-up', 'follow-up'])
})
