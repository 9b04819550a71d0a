import { act as settle, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { DecisionSection } from '../../../renderer/features/follow-up/decision-section'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

test('[DEC15] what a proposal lacks is told; that nobody is named who decides also when it is accepted, which that does not stop', async () => {
  const { session, record, act } = plainSession(plainReview('r'))
  render(
    <ToastProvider>
      <ReviewProvider value={session}>
        <DecisionSection />
      </ReviewProvider>
    </ToastProvider>,
  )
  settle(() => void act('addPerson', { name: 'Mara', roles: ['presenter'] }))
  settle(() => void act('proposeDecision', { outcome: 'proceed', statement: 'Go ahead' }))
  const told = () => screen.queryByText(/^Still missing: who decides\.$/)
  expect(told()).not.toBe(null)
  const { people, decisions } = record()
  const [decisionId = ''] = Object.keys(decisions)
  const decide = (deciderIds: string[]) => settle(() => void act('editDecision', { decisionId, deciderIds }))
  decide(Object.keys(people))
  expect(told()).toBe(null)
  decide([])
  expect(told()).not.toBe(null)
  settle(() => void act('editDecision', { decisionId, outcome: 'proceed-with-conditions', statement: '' }))
  expect(screen.queryByText('Still missing: the exact statement, a condition, who decides.')).not.toBe(null)
  settle(() => void act('editDecision', { decisionId, statement: 'Go ahead' }))
  settle(() => void act('addCondition', { decisionId, text: 'The north is measured' }))
  expect(told()).not.toBe(null)
  await userEvent.click(screen.getByRole('button', { name: 'Accept the decision' }))
  expect(screen.getByRole('article').textContent).toContain('by nobody named')
})
