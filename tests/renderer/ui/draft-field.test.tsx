import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { DraftField } from '../../../renderer/ui/draft-field'

function setUp(commit = vi.fn((_text: string): string | null => null)) {
  const view = render(<DraftField label="Title" value="Solar" onCommit={commit} />)
  return { commit, view, field: screen.getByRole('textbox', { name: 'Title' }) }
}

test('a text is stored once, on leaving', async () => {
  const { commit, field } = setUp()
  await userEvent.type(field, ' forecast')
  expect(commit).not.toHaveBeenCalled()
  fireEvent.blur(field)
  expect(commit.mock.calls).toEqual([['Solar forecast']])
})

test('a text is stored on Enter and after a pause, and not again when nothing changed', async () => {
  const { commit, field } = setUp()
  await userEvent.type(field, '!{Enter}')
  expect(commit).toHaveBeenLastCalledWith('Solar!')
  await userEvent.type(field, '?')
  await vi.waitFor(() => expect(commit).toHaveBeenLastCalledWith('Solar!?'))
  fireEvent.blur(field)
  expect(commit).toHaveBeenCalledTimes(2)
})

test('a refusal is shown below and what was typed stays', async () => {
  const { field } = setUp(vi.fn(() => 'A review needs a title.'))
  await userEvent.clear(field)
  await userEvent.type(field, ' ')
  fireEvent.blur(field)
  expect(screen.getByText('A review needs a title.')).toBeTruthy()
  expect(field).toHaveProperty('value', ' ')
  await userEvent.type(field, '{Escape}')
  expect(field).toHaveProperty('value', 'Solar')
})

test('what waits is stored when the field goes away', async () => {
  const { commit, field, view } = setUp()
  await userEvent.type(field, '2')
  view.unmount()
  expect(commit.mock.calls).toEqual([['Solar2']])
})
