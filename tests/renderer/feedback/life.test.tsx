import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { LifeForm } from '../../../renderer/features/feedback/life-form'
import { Findings } from '../../../renderer/features/follow-up/findings-list'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { statusOf } from '../../../shared/feedback/life'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show() {
  const plain = plainSession(plainReview('r'))
  plain.act('addPerson', { name: 'Pia', roles: ['presenter'] })
  plain.act('addPerson', { name: 'Rolf', roles: ['reviewer'] })
  const idOf = (name: string) => Object.values(plain.record().people).find((person) => person.name === name)?.id ?? ''
  plain.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'The split leaks', authorId: idOf('Rolf') })
  render(
    <ReviewProvider value={plain.session}>
      <Findings />
      <LifeForm />
    </ReviewProvider>,
  )
  const item = () => {
    const [only] = Object.values(plain.record().feedback)
    if (!only) throw new Error('gone')
    return only
  }
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  return { ...plain, idOf, item, press }
}

test('[FND1] [FND3] [FND4] a finding goes from its disposition to its end by one button, each step in the name of whose it is', async () => {
  const { item, idOf, press, record } = show()
  await press('Disposition…')
  const form = within(await screen.findByRole('dialog', { name: 'Disposition' }))
  expect(form.getByText('for Pia')).toBeTruthy()
  expect(form.getByRole('button', { name: 'Answer' })).toHaveProperty('disabled', true)
  // The keyboard begins at its first field.
  expect(document.activeElement).toBe(form.getByRole('button', { name: /Disposition/ }))
  await userEvent.keyboard('{Enter}')
  await userEvent.click(await screen.findByRole('option', { name: 'Accepted' }))
  await userEvent.type(form.getByLabelText('Rationale'), 'We split by time{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(item().life).toMatchObject([{ act: 'dispose', byId: idOf('Pia'), disposition: 'accepted', note: 'We split by time' }])
  expect(Object.values(record().actions)).toMatchObject([
    {
      what: 'The split leaks',
      ownerId: idOf('Pia'),
      verifierId: idOf('Rolf'),
      source: { kind: 'feedback', id: item().id },
    },
  ])
  expect(screen.getByText('Accepted:').parentElement?.textContent).toContain('We split by time Pia')

  await press('Implemented')
  await press('Verify')
  expect(item().life.slice(1)).toMatchObject([
    { act: 'implement', byId: idOf('Pia') },
    { act: 'verify', byId: idOf('Rolf') },
  ])
  // Without a place an issue is not closed: it is asked for where the refusal stands.
  await press('Close item')
  expect(statusOf(item())).toBe('verified')
  await userEvent.type(screen.getByPlaceholderText(/^Where/), 'page 3{Enter}')
  await waitFor(() => expect(statusOf(item())).toBe('closed'))
  expect(screen.queryByText('The split leaks')).toBe(null)
})

test('[FND6] [FND7] Escape leaves a finding as it was; a withdrawal needs its reason', async () => {
  const { item, press } = show()
  await press('Disposition…')
  await screen.findByRole('dialog')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(item().life).toEqual([])
  await press('More')
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Withdraw/ }))
  const form = within(await screen.findByRole('dialog', { name: 'Withdraw' }))
  expect(form.getByRole('button', { name: 'Withdraw' })).toHaveProperty('disabled', true)
  await userEvent.type(form.getByLabelText('Reason'), 'I misread the plot{Enter}')
  await waitFor(() => expect(item().life).toMatchObject([{ act: 'withdraw', note: 'I misread the plot' }]))
})
