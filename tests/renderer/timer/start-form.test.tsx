import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { StartForm } from '../../../renderer/features/timer/start-form'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { useStart } from '../../../renderer/storage/use-start'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function Screen({ itemId, onStarted, onSee }: { itemId: string; onStarted: () => void; onSee: () => void }) {
  const start = useStart()
  return (
    <main>
      <button type="button" onClick={() => void start(itemId, onStarted)}>
        Start
      </button>
      <StartForm onSeeReadiness={onSee} />
    </main>
  )
}

function show(criteria: readonly string[]) {
  const plain = plainSession(plainReview('r'))
  plain.act('addItem', { title: 'Opening' })
  for (const text of criteria) plain.act('addGateCriterion', { gate: 'entrance', text })
  const [itemId = ''] = Object.keys(plain.record().agenda)
  const [onStarted, onSee] = [vi.fn(), vi.fn()]
  render(
    <ReviewProvider value={plain.session}>
      <Screen itemId={itemId} onStarted={onStarted} onSee={onSee} />
    </ReviewProvider>,
  )
  return { ...plain, onStarted, onSee, start: () => userEvent.click(screen.getByRole('button', { name: 'Start' })) }
}

test('[RDY8] with nothing missing a press starts, and no form is seen', async () => {
  const { start, onStarted, record } = show([])
  await start()
  expect(onStarted).toHaveBeenCalledOnce()
  expect(screen.queryByRole('dialog')).toBe(null)
  expect(record().review['review']).toMatchObject({ status: 'in-progress', startedAnyway: null })
})

test('[RDY8] the form names what is missing, takes a reason and starts; both are kept', async () => {
  const { start, onStarted, record } = show(['The room is booked', 'The plan is sent'])
  await start()
  const dialog = await screen.findByRole('dialog', { name: '2 things are missing' })
  expect(dialog.textContent).toContain('Not answered: The room is booked')
  expect(screen.getByRole('button', { name: 'Start anyway' })).toHaveProperty('disabled', true)
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('The buyer leaves at noon{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(onStarted).toHaveBeenCalledOnce()
  expect(record().review['review']?.startedAnyway).toMatchObject({
    reason: 'The buyer leaves at noon',
    missing: ['Not answered: The room is booked', 'Not answered: The plan is sent'],
  })
})

test('[RDY8] Escape leaves everything as it was; readiness is one press away', async () => {
  const { start, onStarted, onSee, record } = show(['The room is booked'])
  await start()
  await screen.findByRole('dialog')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  await start()
  await userEvent.click(await screen.findByRole('button', { name: 'See readiness' }))
  expect(onSee).toHaveBeenCalledOnce()
  expect(screen.queryByRole('dialog')).toBe(null)
  expect(onStarted).not.toHaveBeenCalled()
  expect(Object.keys(record().timer)).toEqual([])
})
