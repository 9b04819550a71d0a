import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { ActionPlan } from '../../../renderer/features/follow-up/action-plan'
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
Element.prototype.scrollIntoView = vi.fn()

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
  const picture = await screen.findByRole('img', { name: 'Progress of 3 actions: 1 in process, 1 open, 1 overdue.' })
  expect([...picture.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
    ...['All', '1 in process, 1 open, 1 overdue', 'Mara', '1 in process, 1 overdue', 'No owner', '1 open'],
  ])
  expect(
    [...screen.getByRole<HTMLTableElement>('table').rows].map(({ cells }) => [...cells].map(({ textContent }) => textContent)),
  ).toEqual([
    ['Owner', 'completed', 'in process', 'open', 'overdue'],
    ['All', '0', '1', '1', '1'],
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
  await keys('A')
  await holds(() => screen.getByPlaceholderText('Why Mara accepts it'))
  await keys('One winter only{Enter}')
  expect(risk()).toMatchObject({
    likelihood: 'high',
    status: 'accepted',
    reason: 'One winter only',
    ownerId: expect.any(String) as string,
  })
})

function labelsOf(element: Element | null): string[] {
  const ids = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  return [...ids.map((id) => document.getElementById(id)), ...labels].map((label) => label?.textContent ?? '')
}
