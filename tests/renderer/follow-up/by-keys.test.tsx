import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { ActionPlan } from '../../../renderer/features/follow-up/action-plan'
import { Closing } from '../../../renderer/features/follow-up/closing'
import { DecisionSection } from '../../../renderer/features/follow-up/decision-section'
import { Findings } from '../../../renderer/features/follow-up/findings-list'
import { Lessons } from '../../../renderer/features/follow-up/lessons'
import { PlanProgress } from '../../../renderer/features/follow-up/plan-progress'
import { Risks } from '../../../renderer/features/follow-up/risks'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

// jsdom lays nothing out.
const into = vi.fn<typeof Element.prototype.scrollIntoView>()
Element.prototype.scrollIntoView = into
beforeEach(() => into.mockClear())

function show(part: ReactNode) {
  const plain = plainSession(plainReview('r'))
  plain.act('addPerson', { name: 'Mara', roles: ['presenter'] })
  render(
    <ToastProvider>
      <ReviewProvider value={plain.session}>{part}</ReviewProvider>
    </ToastProvider>,
  )
  return plain
}

const keys = (text: string) => userEvent.keyboard(text)
const holds = (element: () => Element) => waitFor(() => expect(document.activeElement).toBe(element()))

test('[FND13] up and down go from finding to finding among those that need an answer', async () => {
  const plain = show(<Findings />)
  act(() => {
    for (const [label, text] of [
      ['question', 'Why so late?'],
      ['praise', 'Well told'],
      ['issue', 'The axis has no unit'],
      ['question', 'Who pays?'],
    ] as const)
      plain.act('addFeedback', { side: 'reviewer', label, text })
  })
  const answers = () => screen.getAllByRole('button', { name: 'Answer' })
  expect(answers()).toHaveLength(3)
  act(() => answers()[0]?.focus())
  for (const [key, at] of [
    ['{ArrowDown}', 1],
    ['{ArrowDown}', 2],
    ['{ArrowUp}', 1],
    ['{ArrowUp}', 0],
    ['{ArrowUp}', 0],
  ] as const) {
    await keys(key)
    expect(document.activeElement).toBe(answers()[at])
  }
})

test('[ACT15] up and down go from box to box; Enter leads to what changes the chosen actions, Escape back', async () => {
  const plain = show(<ActionPlan />)
  act(() => ['A', 'B', 'C'].forEach((what) => plain.act('addAction', { what })))
  const box = (number: number) => screen.getByRole('checkbox', { name: new RegExp(`^Choose action ${number}`) })
  act(() => box(1).focus())
  await keys('{Enter}')
  expect(document.activeElement).toBe(box(1))
  await keys('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(box(3))
  await keys('{ArrowUp} ')
  expect(document.activeElement).toBe(box(2))
  await keys('{Enter}')
  const bar = within(screen.getByRole('group', { name: 'Change the chosen actions' }))
  expect(document.activeElement).toBe(bar.getByRole('button', { name: /Owner of 1 action/ }))
  await keys('{Escape}')
  expect(document.activeElement).toBe(box(2))
})

test('[ACT16] the bar below the rows says how many are changed and their numbers; choosing all brings the plan into sight', async () => {
  const plain = show(<ActionPlan />)
  act(() => ['A', 'B', 'C', 'D', 'E'].forEach((what) => plain.act('addAction', { what })))
  for (const number of [1, 2, 5])
    await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^Choose action ${number}`) }))
  const bar = () => screen.getByRole('group', { name: 'Change the chosen actions' })
  expect(within(bar()).getByRole('status').textContent).toBe('Change 3 actionsNo. 1–2, 5')
  const table = screen.getByRole('table', { name: 'Action plan' })
  expect(table.compareDocumentPosition(bar()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(into).not.toHaveBeenCalled()
  const rect = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 600, 900, 900))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all actions' }))
  expect(into.mock.contexts).toEqual([screen.getByRole('region', { name: 'Action plan' })])
  expect(within(bar()).getByRole('status').textContent).toBe('Change 5 actionsNo. 1–5')
  rect.mockRestore()
})

test('[ACT17] the details of an action come into sight when they are opened, and its row last', async () => {
  const plain = show(<ActionPlan />)
  act(() => void plain.act('addAction', { what: 'A' }))
  const row = screen.getByRole('checkbox', { name: /^Choose action 1/ }).closest('tr')
  await userEvent.click(screen.getByRole('button', { name: 'Details of action 1' }))
  expect(into.mock.contexts).toEqual([screen.getByRole('group', { name: 'Details of action 1' }).closest('tr'), row])
  expect(into.mock.calls).toEqual([[{ block: 'nearest' }], [{ block: 'nearest' }]])
  await userEvent.click(screen.getByRole('button', { name: 'Details of action 1' }))
  expect(into).toHaveBeenCalledTimes(2)
})

test('[ACT12] the table behind the picture has its figures, by owner', async () => {
  const plain = show(<PlanProgress />)
  const [mara] = Object.keys(plain.record().people)
  act(() => {
    plain.act('addAction', { what: 'A', ownerId: mara ?? null, due: '2020-01-01' })
    plain.act('addAction', { what: 'B', ownerId: mara ?? null })
    plain.act('addAction', { what: 'C' })
    const done = Object.values(plain.record().actions).find(({ what }) => what === 'B')
    plain.act('editAction', { actionId: done?.id ?? '', status: 'in-process' })
  })
  const picture = await screen.findByRole('img', { name: 'Progress of 3 actions: 1 in process, 1 not begun, 1 overdue.' })
  expect([...picture.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
    ...['All actions', '1 in process, 1 not begun, 1 overdue', 'Mara', '1 in process, 1 overdue', 'No owner', '1 not begun'],
    ...['in process', 'not begun', 'overdue, begun or not'],
  ])
  expect(
    [...screen.getByRole<HTMLTableElement>('table').rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent)),
  ).toEqual([
    ['Owner', 'completed', 'in process', 'not begun', 'overdue'],
    ['All actions', '0', '1', '1', '1'],
    ['Mara', '0', '1', '0', '1'],
    ['No owner', '0', '0', '1', '0'],
  ])
})

test('[DEC11] the superseded decisions are shown from the newest to the oldest, each with what took its place', () => {
  const plain = show(<DecisionSection />)
  act(() => {
    for (const [statement, outcome] of [
      ['Wait', 'hold'],
      ['Go on', 'proceed'],
      ['Do it anew', 'rework'],
    ] as const) {
      plain.act('proposeDecision', { statement, outcome })
      const decision = Object.values(plain.record().decisions).find((each) => each.statement === statement)
      plain.act('acceptDecision', { decisionId: decision?.id ?? '' })
    }
  })
  const chain = screen.getByRole('list', { name: 'Superseded decisions, the newest first', hidden: true })
  expect([...chain.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Proceed: Go on accepted .*, superseded .* by “Rework”$/),
    expect.stringMatching(/^Hold: Wait accepted .*, superseded .* by “Proceed”$/),
  ])
})

test('[RSK7] a risk and a lesson are entered in lists of their own, and the risk is decided, by the keyboard alone', async () => {
  const plain = show(
    <>
      <Risks />
      <Lessons />
    </>,
  )
  /** By Tab to what is called so. */
  const tabTo = async (name: RegExp) => {
    for (let tabs = 0; tabs < 40; tabs++) {
      await userEvent.tab()
      const at = document.activeElement
      const words = [at?.getAttribute('aria-label'), at?.getAttribute('placeholder'), ...labelsOf(at)].join(' ')
      if (name.test(words)) return
    }
    throw new Error(`no Tab leads to ${String(name)}`)
  }
  const risk = () => Object.values(plain.record().risks)[0]
  await tabTo(/^.*Add a risk/)
  await keys('The sensor freezes{Enter}')
  expect(risk()).toMatchObject({ text: 'The sensor freezes', status: 'open' })
  await tabTo(/Add a lesson/)
  await keys('Order two sensors{Enter}')
  expect(screen.getByRole('textbox', { name: 'Lesson 1' })).toHaveProperty('value', 'Order two sensors')
  await tabTo(/Likelihood of risk 1/)
  await keys('High')
  await tabTo(/Owner of risk 1/)
  await keys('Mara')
  await tabTo(/Mitigate risk 1/)
  await keys('{Enter}')
  await holds(() => screen.getByRole('menuitem', { name: /^Make an action of it/ }))
  await keys('{Enter}')
  await screen.findByRole('button', { name: 'Action 1' })
  await tabTo(/Status of risk 1/)
  await keys('A{Enter}')
  await holds(() => screen.getByPlaceholderText('Why Mara accepts it'))
  await keys('One winter only{Enter}')
  expect(risk()).toMatchObject({
    likelihood: 'high',
    status: 'accepted',
    reason: 'One winter only',
    ownerId: expect.any(String) as string,
  })
})

test('[RSK10] a status typed on the closed list settles before its reason takes the keyboard', async () => {
  const plain = show(<Risks />)
  act(() => void plain.act('addRisk', { text: 'The sensor freezes' }))
  const risk = () => Object.values(plain.record().risks)[0]
  const status = () => screen.getByRole('button', { name: /Status of risk 1/ })
  const why = () => screen.getByPlaceholderText<HTMLInputElement>('Why it is closed')
  act(() => status().focus())
  await keys('Closed')
  expect(document.activeElement).toBe(status())
  expect(status().textContent).toBe('Closed')
  expect(why().value).toBe('')
  expect(risk()?.status).toBe('open')
  await keys('{Escape}')
  expect(screen.queryByPlaceholderText('Why it is closed')).toBe(null)
  expect(status().textContent).toBe('Open')
  // The list forgets after a second what was typed.
  await new Promise((done) => setTimeout(done, 1_100))
  // Left without a word of why: nothing is stored, and nothing looks so.
  await keys('c')
  expect(status().textContent).toBe('Closed')
  await userEvent.tab({ shift: true })
  expect(status().textContent).toBe('Closed')
  act(() => screen.getByPlaceholderText('Add a risk').focus())
  expect(status().textContent).toBe('Open')
  await new Promise((done) => setTimeout(done, 1_100))
  act(() => status().focus())
  await keys('c')
  await userEvent.tab()
  expect(document.activeElement).toBe(why())
  await keys('Measured{Enter}')
  expect(risk()).toMatchObject({ status: 'closed', reason: 'Measured' })
  expect(screen.queryByPlaceholderText('Why it is closed')).toBe(null)
})

test('[RSK10] a status chosen out of the open list leads to its reason at once', async () => {
  const plain = show(<Risks />)
  act(() => void plain.act('addRisk', { text: 'The sensor freezes' }))
  await userEvent.click(screen.getByRole('button', { name: /Status of risk 1/ }))
  await userEvent.click(screen.getByRole('option', { name: 'Closed' }))
  await holds(() => screen.getByPlaceholderText('Why it is closed'))
})

test('[RSK10] what is left is stored with its reason or goes back, and a window that is left changes nothing', async () => {
  const plain = show(<Risks />)
  act(() => void plain.act('addRisk', { text: 'The sensor freezes' }))
  const risk = () => Object.values(plain.record().risks)[0]
  const status = () => screen.getByRole('button', { name: /Status of risk 1/ })
  const elsewhere = () => act(() => screen.getByPlaceholderText('Add a risk').focus())
  const typed = async (letter: string) => {
    await new Promise((done) => setTimeout(done, 1_100))
    act(() => status().focus())
    await keys(letter)
  }
  await typed('c')
  await userEvent.tab()
  await keys('Measured')
  // As when another window comes before this one: nothing else has the keyboard here.
  act(() => void document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null })))
  expect(risk()?.status).toBe('open')
  expect(screen.getByPlaceholderText<HTMLInputElement>('Why it is closed').value).toBe('Measured')
  elsewhere()
  expect(risk()).toMatchObject({ status: 'closed', reason: 'Measured' })
  expect(screen.queryByText(/Say why/)).toBe(null)
  // Nothing of an earlier reason stands for a later one, and one letter opens nothing again.
  await typed('m')
  expect(screen.getByPlaceholderText<HTMLInputElement>('What mitigates it').value).toBe('')
  elsewhere()
  expect(status().textContent).toBe('Closed')
  await typed('o')
  expect(risk()).toMatchObject({ status: 'closed', reason: 'Measured' })
  await keys('{Enter}{Enter}')
  expect(risk()?.status).toBe('open')
  // A refusal is told where the row was left, and goes with what was refused.
  await typed('a')
  await userEvent.tab()
  await keys('One winter only')
  elsewhere()
  expect(screen.getByText(/owner first/)).toBeTruthy()
  act(() => screen.getByDisplayValue('One winter only').focus())
  await keys('{Escape}')
  expect(screen.queryByText(/owner first/)).toBe(null)
  expect(status().textContent).toBe('Open')
})

test('[CLO11] before the meeting it is said that it was not held, and whether a decision was accepted already', () => {
  const plain = show(<Closing />)
  expect(screen.getByText(/^Decision and actions can be prepared here/)).toBeTruthy()
  act(() => {
    plain.act('proposeDecision', { statement: 'Go on', outcome: 'rework' })
    plain.act('acceptDecision', { decisionId: Object.keys(plain.record().decisions)[0] ?? '' })
  })
  expect(screen.getByText('Not held yet')).toBeTruthy()
  expect(screen.getByText(/^A decision was accepted before the meeting/)).toBeTruthy()
  expect(screen.queryByText(/can be prepared/)).toBe(null)
})

test('[ACT18] the plan says what it counts, and how many of those are overdue', () => {
  const plain = show(<ActionPlan />)
  act(() => {
    plain.act('addAction', { what: 'A', due: '2020-01-01' })
    plain.act('addAction', { what: 'B' })
    plain.act('addAction', { what: 'C' })
    const done = Object.values(plain.record().actions).find(({ what }) => what === 'C')
    plain.act('editAction', { actionId: done?.id ?? '', status: 'cancelled' })
  })
  expect(screen.getByText('2 open actions, 1 of them overdue, 1 done')).toBeTruthy()
})

function labelsOf(element: Element | null): string[] {
  const ids = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  return [...ids.map((id) => document.getElementById(id)), ...labels].map((label) => label?.textContent ?? '')
}
