import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { FeedbackPane } from '../../../renderer/features/feedback/feedback-pane'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show() {
  const plain = plainSession(plainReview('r'))
  plain.act('addPerson', { name: 'Rolf', roles: ['reviewer'] })
  const [rolf] = Object.values(plain.record().people)
  plain.session.actAs(rolf?.id ?? null)
  render(
    <ReviewProvider value={plain.session}>
      <FeedbackPane slide="" />
    </ReviewProvider>,
  )
  const items = () => Object.values(plain.record().feedback)
  return { items, rolf }
}

test('[FB3] [FB7] one line adds an item, with a name or without; without one nothing on the screen names anybody', async () => {
  const { items, rolf } = show()
  await userEvent.type(screen.getByPlaceholderText('Add question as Rolf, then Enter'), 'Why so late?{Enter}')
  await userEvent.click(screen.getByRole('checkbox', { name: 'anonymous' }))
  await userEvent.type(screen.getByPlaceholderText('Add question without a name, then Enter'), 'Who tested it?{Enter}')
  expect(items().map(({ text, authorId, isAnonymous }) => [text, authorId, isAnonymous])).toEqual([
    ['Why so late?', rolf?.id, false],
    ['Who tested it?', null, true],
  ])
  const [named, unnamed] = screen.getAllByRole('listitem')
  expect(named?.textContent).toContain('Rolf')
  expect(unnamed?.textContent).toContain('anonymous')
  expect(unnamed?.textContent).not.toContain('Rolf')
})

test('[FB3] where an item is, what should change and how heavy it is follow from its menu, each stored when it is left', async () => {
  const { items } = show()
  await userEvent.click(screen.getByRole('button', { name: 'issue' }))
  await userEvent.type(screen.getByPlaceholderText(/^Add issue/), 'The split leaks{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Change this item' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Place and change/ }))
  const form = within(await screen.findByRole('dialog', { name: 'Place and change' }))
  await userEvent.keyboard('page 3')
  await userEvent.type(form.getByLabelText('What should change, from and to'), 'split by time')
  await userEvent.click(form.getByRole('button', { name: /Severity/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'major' }))
  await userEvent.click(form.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(items()).toMatchObject([{ location: 'page 3', requestedChange: 'split by time', severity: 'major', force: null }])
  expect(screen.getByText(/Should change: split by time/)).toBeTruthy()
})
