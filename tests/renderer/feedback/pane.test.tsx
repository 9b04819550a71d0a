import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { FeedbackPane } from '../../../renderer/features/feedback/feedback-pane'
import { pressKey } from '../../../renderer/ui/use-keys'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn()

let shown = 0

function show() {
  const plain = plainSession(plainReview('r'))
  plain.act('addPerson', { name: 'Rolf', roles: ['reviewer'] })
  const [rolf] = Object.values(plain.record().people)
  plain.session.actAs(rolf?.id ?? null)
  const session = { ...plain.session, reviewId: `r${++shown}` }
  const pane = (
    <ReviewProvider value={session}>
      <FeedbackPane slide={null} />
    </ReviewProvider>
  )
  const { unmount } = render(pane)
  const items = () => Object.values(plain.record().feedback)
  return { items, rolf, again: () => (unmount(), render(pane)) }
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
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Details/ }))
  const form = within(await screen.findByRole('dialog', { name: 'Details' }))
  await userEvent.type(form.getByLabelText('Where it is'), 'page 3')
  await userEvent.click(form.getByRole('button', { name: /^issue Label|Label/i }))
  await userEvent.click(await screen.findByRole('option', { name: 'Suggestion' }))
  await userEvent.type(form.getByLabelText('What should change, from and to'), 'split by time')
  await userEvent.click(form.getByRole('button', { name: /Severity/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'major' }))
  await userEvent.click(form.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(items()).toMatchObject([
    { label: 'suggestion', location: 'page 3', requestedChange: 'split by time', severity: 'major', force: null },
  ])
  expect(screen.getByText(/Should change: split by time/)).toBeTruthy()
})

async function add(...texts: string[]) {
  const field = screen.getByPlaceholderText(/^Add /)
  for (const text of texts) await userEvent.type(field, `${text}{Enter}`)
}
const menuOf = async (text: string, entry: RegExp) => {
  const row = screen
    .getAllByRole('listitem')
    .find((each) => within(each).queryByDisplayValue(text) ?? within(each).queryByText(text))
  await userEvent.click(within(row as HTMLElement).getByRole('button', { name: 'Change this item' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: entry }))
}
const told = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

test('[FB8] [FB9] [FB19] an item is put with another and taken apart, hands are counted, from its menu', async () => {
  const { items } = show()
  await add('Why so late?', 'Late again')
  await menuOf('Late again', /^Put with another/)
  await screen.findByRole('dialog', { name: 'Put with another' })
  await userEvent.keyboard('so late')
  await waitFor(() => expect(screen.getAllByRole('menuitem')).toHaveLength(1))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(items()[1]?.underId).toBe(items()[0]?.id))
  expect(told()[0]).toContain('1 alike')
  await menuOf('Why so late?', /^Show of hands/)
  await screen.findByRole('dialog', { name: 'Show of hands' })
  await userEvent.keyboard('7{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(items()[0]?.hands).toBe(7)
  expect(told()[0]).toContain('7 hands')
  await menuOf('Late again', /^Take apart/)
  expect(items()[1]?.underId).toBe(null)
})

test('[FB10] words and fields filter the board, which says what it hides and shows everything again', async () => {
  show()
  await add('Why so late?', 'Which sensor?')
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find in the feedback' }), 'sensor')
  await waitFor(() => expect(told()).toHaveLength(1))
  expect(screen.getByRole('status').textContent).toContain('1 of 2: “sensor”')
  await userEvent.click(screen.getByRole('button', { name: 'Show everything' }))
  await waitFor(() => expect(told()).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Filter and order' }))
  await userEvent.click(dialog.getByRole('button', { name: /Label$/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Praise' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await screen.findByText('Nothing found')
  expect(screen.getByRole('status').textContent).toContain('0 of 2: praise')
  await userEvent.click(screen.getByRole('button', { name: 'Show everything' }))
})

test('[FB11] one by one: each item by itself with its next acts, forth and back by keys, and back to the board', async () => {
  const { items } = show()
  await add('Why so late?', 'Which sensor?')
  await userEvent.click(screen.getByRole('button', { name: 'One by one' }))
  const group = within(screen.getByRole('group', { name: 'One by one' }))
  expect(group.getByText('1 of 2')).toBeTruthy()
  expect(group.getByRole('timer').textContent).toMatch(/left$/)
  expect(group.getByText('Why so late?')).toBeTruthy()
  expect(group.queryByText('Which sensor?')).toBe(null)
  pressKey('>')
  await group.findByText('2 of 2')
  await userEvent.click(group.getByRole('button', { name: 'Close item' }))
  expect(items()[1]?.life.map(({ act }) => act)).toEqual(['close'])
  pressKey('<')
  await group.findByText('Why so late?')
  pressKey('z v')
  await waitFor(() => expect(told()).toHaveLength(2))
})

test('[FB15] another pane and back leaves what is half written, its label, and that it is private', async () => {
  const { again, items } = show()
  await userEvent.click(screen.getByRole('button', { name: 'issue' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'private' }))
  await userEvent.type(screen.getByPlaceholderText(/^Add issue/), 'The budget')
  again()
  expect(screen.getByRole('checkbox', { name: 'private' })).toHaveProperty('checked', true)
  await userEvent.type(screen.getByPlaceholderText(/^Add issue/), ' is gone{Enter}')
  await screen.findByText('The budget is gone')
  expect(items()).toEqual([])
})

test('[FB21] up from the empty field to the newest item, from item to item, and down to the field; the labels are one stop', async () => {
  show()
  const field = () => screen.getByRole('textbox', { name: /^Add / })
  await userEvent.type(field(), 'Why so late?{Enter}Who tested it?{Enter}')
  const menus = () => screen.getAllByRole('button', { name: 'Change this item' })
  await userEvent.type(field(), 'half')
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(field())
  await userEvent.clear(field())
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(menus()[1])
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(menus()[0])
  await userEvent.keyboard('{End}{ArrowDown}')
  expect(document.activeElement).toBe(field())
  await userEvent.tab({ shift: true })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'question' }))
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'issue', pressed: true }))
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Add issue' }))
})
