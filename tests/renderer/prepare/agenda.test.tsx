import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Agenda } from '../../../renderer/features/prepare/agenda'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { outlineOf } from '../../../shared/agenda/outline'
import type { RecordState } from '../../../shared/record/state'
import { openSession, plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

beforeEach(() => void vi.stubGlobal('scrollTo', () => undefined))

const linesOf = ({ agenda }: RecordState) => outlineOf(agenda).map(({ number, item }) => `${number} ${item.title}`)

function draw(session: ReviewSession): void {
  render(
    <ReviewProvider value={session}>
      <Agenda />
    </ReviewProvider>,
  )
}

function show(titles: readonly string[]) {
  const plain = plainSession(plainReview('r'))
  for (const title of titles) plain.act('addItem', { title })
  draw(plain.session)
  return { lines: () => linesOf(plain.record()) }
}

const chord = (arrow: string) => userEvent.keyboard(`{Alt>}{Shift>}{${arrow}}{/Shift}{/Alt}`)
const titleField = (title: string) => screen.getByDisplayValue(title)

test('[AGN2] [AGN6] in a title the arrows move an item with all under it and nest it, and the keyboard goes with it', async () => {
  const { lines } = show(['Opening', 'Data', 'Drift', 'Decision'])
  await userEvent.click(titleField('Drift'))
  await chord('ArrowRight')
  expect(lines()).toEqual(['1 Opening', '2 Data', '2.1 Drift', '3 Decision'])
  await waitFor(() => expect(document.activeElement).toBe(titleField('Drift')))
  await userEvent.click(titleField('Data'))
  await chord('ArrowUp')
  expect(lines()).toEqual(['1 Data', '1.1 Drift', '2 Opening', '3 Decision'])
  await waitFor(() => expect(document.activeElement).toBe(titleField('Data')))
  // Past the edge, and deeper than there is anything to stand under: nothing.
  await chord('ArrowUp')
  await chord('ArrowRight')
  expect(lines()).toEqual(['1 Data', '1.1 Drift', '2 Opening', '3 Decision'])
  await userEvent.click(titleField('Drift'))
  await chord('ArrowLeft')
  await chord('ArrowDown')
  expect(lines()).toEqual(['1 Data', '2 Opening', '3 Drift', '4 Decision'])
  await waitFor(() => expect(document.activeElement).toBe(titleField('Drift')))
})

test('[AGN2] the menu of an item moves and nests it as the arrows do', async () => {
  const { lines } = show(['Opening', 'Data', 'Decision'])
  const choose = async (number: string, entry: RegExp) => {
    await userEvent.click(screen.getByRole('button', { name: `More for item ${number}` }))
    await userEvent.click(await screen.findByRole('menuitem', { name: entry }))
  }
  await choose('3', /^Move up/)
  expect(lines()).toEqual(['1 Opening', '2 Decision', '3 Data'])
  await choose('2', /^Put under/)
  expect(lines()).toEqual(['1 Opening', '1.1 Decision', '2 Data'])
  await choose('1.1', /^One step out/)
  await choose('2', /^Move down/)
  expect(lines()).toEqual(['1 Opening', '2 Data', '3 Decision'])
})

test('[AGN2] [AGN6] an item is dragged by its grip with the keyboard, between two and onto one; Escape leaves it where it was', async () => {
  const { lines } = show(['Opening', 'Data', 'Decision'])
  const drag = async (title: string, ...keys: string[]) => {
    screen.getByRole('button', { name: `Move ${title}` }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^(Insert|Drop)/))
    for (const key of keys) await userEvent.keyboard(key)
  }
  const to = async (place: RegExp) => {
    for (let steps = 0; steps < 12 && !place.test(document.activeElement?.getAttribute('aria-label') ?? ''); steps++)
      await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(place)
    await userEvent.keyboard('{Enter}')
  }
  await drag('Opening')
  await to(/^Insert between Data and Decision/)
  await waitFor(() => expect(lines()).toEqual(['1 Data', '2 Opening', '3 Decision']))
  await drag('Decision')
  await to(/^Drop on Data/)
  await waitFor(() => expect(lines()).toEqual(['1 Data', '1.1 Decision', '2 Opening']))
  await drag('Opening', '{ArrowDown}', '{Escape}')
  expect(lines()).toEqual(['1 Data', '1.1 Decision', '2 Opening'])
})

/** The import dialog with a text pasted into it. */
async function paste(text: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Import an agenda' }))
  await userEvent.click(await screen.findByRole('textbox', { name: 'Text of the agenda' }))
  await userEvent.paste(text)
  const dialog = within(screen.getByRole('dialog', { name: 'Import an agenda' }))
  const preview = within(await dialog.findByRole('region', { name: 'What will be created' }))
  const items = async () => {
    const list = await preview.findByRole('list', { name: 'Items' })
    return within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent)
  }
  return { dialog, preview, items }
}

test('[AGN10] [AGN12] pasted Markdown is shown as what it will create, unticked lines stay out, and undo takes all of it back', async () => {
  const session = await openSession(plainReview('import'))
  const record = () => session.store.getState().record
  session.act('addPerson', { name: 'Ada' })
  session.act('addItem', { title: 'From before' })
  draw(session)
  const { dialog, preview, items } = await paste(
    '# Review\n\n1. Opening (5 min, Ada)\n2. Data\n   - Drift (10 min, Nora)\n   - Gaps\n3. Lunch break (30 min)\n\n[Map](https://example.org)',
  )
  await waitFor(async () => expect(await items()).toHaveLength(5))
  expect(await items()).toEqual([
    expect.stringMatching(/^Opening.*Ada5 min$/),
    expect.stringMatching(/^Data/),
    expect.stringMatching(/^Drift.*Nora \(new\)10 min$/),
    expect.stringMatching(/^Gaps.*usual 10 min$/),
    expect.stringMatching(/^Lunch break.*Break.*30 min$/),
  ])
  preview.getByText('2 lines are left out')
  // Nothing is created by looking.
  expect(linesOf(record())).toEqual(['1 From before'])
  await userEvent.click(preview.getByRole('checkbox', { name: 'Gaps' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add 4 items' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(linesOf(record())).toEqual(['1 From before', '2 Opening', '3 Data', '3.1 Drift', '4 Lunch break'])
  const people = () => Object.values(record().people).map(({ name }) => name)
  expect(people().toSorted()).toEqual(['Ada', 'Nora'])
  expect(session.undo()).toMatchObject({ ok: true })
  expect(linesOf(record())).toEqual(['1 From before'])
  expect(people()).toEqual(['Ada'])
  expect(session.redo()).toMatchObject({ ok: true })
  expect(linesOf(record())).toHaveLength(5)
})

test('[AGN10] [AGN12] a pasted table takes the place of what has not begun, without new people where they are not wanted', async () => {
  const session = await openSession(plainReview('table'))
  const record = () => session.store.getState().record
  for (const title of ['Begun', 'Waiting']) session.act('addItem', { title })
  session.act('nextItem', {})
  draw(session)
  const { dialog, preview, items } = await paste('Item;Minutes;Presenter\nOpening;5;Ada\n"Data; and gaps";20;Nora\n')
  await waitFor(async () => expect(await items()).toHaveLength(2))
  expect(await items()).toEqual([
    expect.stringMatching(/^Opening.*Ada \(new\)5 min$/),
    expect.stringMatching(/^Data; and gaps.*Nora \(new\)20 min$/),
  ])
  await userEvent.click(preview.getByRole('checkbox', { name: 'Add to the people: Ada, Nora' }))
  await userEvent.click(preview.getByRole('radio', { name: 'In place of what has not begun' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add 2 items' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(linesOf(record())).toEqual(['1 Begun', '2 Opening', '3 Data; and gaps'])
  expect(record().people).toEqual({})
  expect(session.undo()).toMatchObject({ ok: true })
  expect(linesOf(record())).toEqual(['1 Begun', '2 Waiting'])
})

test('[AGN12] a text without an item says so and adds nothing; leaving the dialog creates nothing', async () => {
  const { lines } = show(['Opening'])
  const { dialog } = await paste('# Minutes\n\n[Map](https://example.org)')
  await dialog.findByText(/^No item was found in this text/)
  expect(dialog.getByRole('button', { name: 'Add items' })).toHaveProperty('disabled', true)
  await userEvent.clear(dialog.getByRole('textbox', { name: 'Text of the agenda' }))
  await userEvent.paste('- Data\n- Decision')
  await dialog.findByRole('button', { name: 'Add 2 items' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  expect(lines()).toEqual(['1 Opening'])
})
