import { expect, test } from 'vitest'
import { meetingToGoBackTo } from '../../../renderer/app/come-back'
import { libraryRow } from '../../../shared/record/library-row'
import { makeReview } from '../../helpers/review-maker'

const row = (id: string, status: 'in-progress' | 'follow-up') => {
  const made = libraryRow(makeReview().state().record) ?? expect.fail()
  return { ...made, id, status, updatedAt: 1 }
}

test('[BAK1] back to the one meeting in progress whose Run place was seen last, else the library', () => {
  const one = { reviews: [row('a', 'in-progress'), row('b', 'follow-up')] }
  expect(meetingToGoBackTo(one, { lastRunId: 'a' })).toBe('a')
  for (const lastRunId of [null, 'b', 'gone']) expect(meetingToGoBackTo(one, { lastRunId })).toBe(null)
  expect(meetingToGoBackTo({ reviews: [row('a', 'in-progress'), row('b', 'in-progress')] }, { lastRunId: 'a' })).toBe(null)
})
