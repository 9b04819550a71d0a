import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { useClosingDesk } from '../../../renderer/features/follow-up/closing-desk'
import { ClosingWalk } from '../../../renderer/features/follow-up/walk/closing-walk'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { stepsOf } from '../../../shared/agenda/outline'
import { closingSteps } from '../../../shared/decision/closing-steps'
import { sampleReview } from '../../../shared/templates/sample'
import { openSession } from '../helpers/open-session'

beforeEach(() => void vi.stubGlobal('scrollTo', () => undefined))

function Cockpit(props: { readonly onReadBack: () => void; readonly onArchive: () => void }) {
  const { isOpen, open } = useClosingDesk()
  return (
    <>
      <button onClick={() => open()}>Close</button>
      {isOpen && <ClosingWalk clock={null} wallPages={null} {...props} />}
    </>
  )
}

/** The sample with its first item running, one parked topic and one action without a date. */
async function begun(): Promise<ReviewSession> {
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  const { changes } = sampleReview(
    { now: Date.now(), newId: () => `s${count++}`, actor: someone, operator: someone },
    'Europe/Berlin',
  )
  const session = await openSession(changes)
  const { agenda } = session.store.getState().record
  const [first] = stepsOf(agenda)
  session.act('startItem', { itemId: first?.id ?? '', startedAnyway: 'The room waits.' })
  session.act('parkTopic', { text: 'Costs of the sensor' })
  session.act('parkTopic', { text: 'Name of the sensor' })
  session.act('addAction', { what: 'Measure again' })
  return session
}

test('[CLO6] [CLO7] all steps by keyboard alone: left at any with nothing lost, ended with the read-back on the wall', async () => {
  const session = await begun()
  const [onReadBack, onArchive] = [vi.fn(), vi.fn()]
  const record = () => session.store.getState().record
  const rest = () => closingSteps(record()).map(({ left }) => left.length)
  const keys = (text: string) => userEvent.keyboard(text)
  const at = (name: string) =>
    waitFor(() => expect(screen.getByRole('region', { name }).contains(document.activeElement)).toBe(true))
  render(
    <ReviewProvider value={session}>
      <Cockpit onReadBack={onReadBack} onArchive={onArchive} />
    </ReviewProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))

  // Decision: left half typed, and there again.
  await at('Decision')
  await keys('Version 2.1 replaces{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' })))
  await keys('{Enter}')
  await at('Decision')
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('Version 2.1 replaces')
  await keys('{End} 1.8.{Control>}{Enter}{/Control}')
  await waitFor(() => expect(Object.values(record().decisions)).toMatchObject([{ statement: 'Version 2.1 replaces 1.8.' }]))
  act(() => {
    const [decision] = Object.values(record().decisions)
    session.act('editDecision', { decisionId: decision?.id ?? '', outcome: 'rework' })
    session.act('acceptDecision', { decisionId: decision?.id ?? '' })
  })

  // Actions: a digit, a name, words of a date; what is not read stays and says so.
  await keys('{Control>}{Enter}{/Control}')
  await at('Actions')
  const due = () => Object.values(record().actions).map((each) => each.due)
  while (!/^Owner/.test(document.activeElement?.getAttribute('placeholder') ?? '')) await keys('2999-01-02{Enter}')
  await keys('2')
  expect(Object.values(record().actions).find(({ what }) => what === 'Measure again')?.ownerId).toBe(
    Object.values(record().people).sort((left, right) => (left.order < right.order ? -1 : 1))[1]?.id,
  )
  await keys('when it suits{Enter}')
  await screen.findByText('No date is read in this.')
  await keys('{Control>}a{/Control}2030-01-04{Enter}')
  expect(due()).toContain('2030-01-04')
  expect(rest()[1]).toBe(0)

  // Nothing is left there, so Enter goes on.
  await keys('{Enter}')
  await at('Parking lot')
  await keys('23')
  expect(Object.values(record().parking)).toMatchObject([{ carried: true }, { settledAt: expect.any(Number) as number }])
  await keys('{Enter}')
  await at('Not discussed')
  await keys('2{ArrowDown}{ArrowUp}31')
  const marks = stepsOf(record().agenda).map(({ status }) => status)
  expect(marks.slice(0, 5)).toEqual(['pending', 'deferred', 'discussed', 'carried', 'pending'])
  await keys('n')
  await at('Exit criteria')
  await keys('1')
  const open = rest()[4] ?? 0
  expect(open).toBeGreaterThan(0)
  await keys('3')
  await keys('1{Enter}')
  await keys('Shown elsewhere{Enter}')
  expect(Object.values(record().gateCriteria).filter(({ gate, status }) => gate === 'exit' && status === 'waived')).toMatchObject(
    [{ reason: 'Shown elsewhere' }],
  )
  while ((rest()[4] ?? 0) > 0) await keys('2')
  await keys('{Enter}')
  await at('Lessons')
  await keys('Measure before you argue{Enter}{Enter}{Enter}')
  await at('Next date')
  await keys('2030-01-11 14:00{Enter}')
  expect(record().review['review']).toMatchObject({ nextMeetingOn: '2030-01-11', nextMeetingTime: '14:00' })
  expect(onReadBack).not.toHaveBeenCalled()
  await keys('{Enter}')
  // CLO8: not everything was discussed, so the way back comes first, and ending right before it.
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Back to not discussedN'))
  screen.getByRole('region', { name: 'Read-back' })
  expect(onReadBack).toHaveBeenCalledOnce()
  const paper = within(screen.getByRole('group', { name: 'What is read back' }))
  for (const words of ['Version 2.1 replaces 1.8.', 'Measure again', 'Friday, 11 January 2030, 14:00 (Europe/Berlin)'])
    paper.getByText(words)
  await keys('{Shift>}{Tab}{/Shift}{Enter}')
  expect(record().review['review']?.status).toBe('follow-up')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Close the review'))
  await keys('{Enter}')
  expect(record().review['review']?.status).toBe('closed')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Save the archive'))
  await keys('{Enter}')
  expect(onArchive).toHaveBeenCalledOnce()
})

test('[CLO8] while something is left the read-back begins at the way back; nothing but lessons and a date left, at the end', async () => {
  const session = await begun()
  const record = () => session.store.getState().record
  render(
    <ReviewProvider value={session}>
      <Cockpit onReadBack={vi.fn()} onArchive={vi.fn()} />
    </ReviewProvider>,
  )
  const focused = () => document.activeElement?.textContent
  const readBack = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.click(screen.getByRole('button', { name: /^8 ?Read-back/ }))
  }
  await readBack()
  await waitFor(() => expect(focused()).toBe('Back to decisionN'))
  screen.getByRole('button', { name: 'End the meeting' })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('region', { name: 'Decision' }).contains(document.activeElement)).toBe(true))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))

  act(() => {
    const decided = { statement: 'Proceed.', outcome: 'rework' as const }
    if (Object.keys(record().decisions).length === 0) session.act('proposeDecision', {})
    for (const decisionId of Object.keys(record().decisions)) {
      session.act('editDecision', { decisionId, ...decided })
      session.act('acceptDecision', { decisionId })
    }
    const [person] = Object.keys(record().people)
    for (const actionId of Object.keys(record().actions))
      session.act('editAction', { actionId, ownerId: person ?? null, verifierId: null, due: '2030-01-04' })
    for (const topicId of Object.keys(record().parking)) session.act('settleTopic', { topicId, settled: true })
    for (const { id, status } of stepsOf(record().agenda))
      if (status === 'pending') session.act('markItem', { itemId: id, status: 'carried' })
    for (const { id } of Object.values(record().gateCriteria))
      session.act('decideGateCriterion', { criterionId: id, status: 'met' })
  })
  expect(closingSteps(record()).flatMap(({ name, left }) => (left.length > 0 ? [name] : []))).toEqual([
    'lessons',
    'next',
    'read-back',
  ])
  await readBack()
  await waitFor(() => expect(focused()).toBe('End the meeting'))
})
