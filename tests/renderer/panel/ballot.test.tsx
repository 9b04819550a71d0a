import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { PanelPane } from '../../../renderer/features/panel/panel-pane'
import { PassLaptop } from '../../../renderer/features/panel/pass-laptop'
import { takeLaptopBack } from '../../../renderer/storage/passing'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { pressKey } from '../../../renderer/ui/use-keys'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn()

const nothing = () => undefined

function show() {
  takeLaptopBack()
  const plain = plainSession(plainReview('r'))
  render(
    <ToastProvider>
      <ReviewProvider value={plain.session}>
        <PanelPane onRubric={nothing} onPeople={nothing} />
        <PassLaptop />
      </ReviewProvider>
    </ToastProvider>,
  )
  return plain
}

function rubric({ act }: ReturnType<typeof plainSession>) {
  const levels = [0, 2].map((points) => ({ points, anchor: `Anchor ${points}` }))
  const parts = [1, 1, 2].map((points, at) => ({ points, anchor: `Part ${at}` }))
  act('importRubric', {
    replaces: true,
    criteria: [
      { name: 'Code', levels },
      { name: 'Practices', counts: 'sum', levels: parts },
    ],
  })
  act('addPerson', { name: 'Hana', roles: ['reviewer'] })
  act('addPerson', { name: 'Lena', roles: ['decision-maker'] })
  act('addPerson', { name: 'Mara', roles: ['presenter'] })
}

test('[PAN1] [PAN13] [PAN14] [PAN17] [PAN22] the pane says what is missing, then how many are in; only panelists are offered, and a form begins empty', async () => {
  const plain = show()
  screen.getByText('No rubric yet')
  plain.act('addCriterion', { name: 'Code' })
  await screen.findByText('Nobody scores yet')
  rubric(plain)
  await screen.findByText('0 of 2 ballots in')
  const told = () => within(screen.getByRole('list', { name: 'Who scores' })).getAllByRole('listitem')
  expect(told().map(({ textContent }) => textContent)).toEqual(['HanaNot yet', 'LenaNot yet'])
  await userEvent.click(screen.getByRole('button', { name: /^Pass the laptop/ }))
  expect(screen.queryByRole('button', { name: 'Mara' })).toBeNull()
  expect(pressKey('z l')).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Hana' }))
  const form = within(screen.getByRole('main'))
  await userEvent.click(form.getByRole('radio', { name: '2 Anchor 2' }))
  form.getByText('1 of 2 scored, 1 without confidence')
  // Not complete: nothing is sealed, and the keyboard is where something is missing.
  await userEvent.click(form.getByRole('button', { name: 'Submit and seal' }))
  form.getByText('Code: say how sure you are.')
  expect(plain.session.store.getState().desk.ballots).toEqual({})
  for (const each of form.getAllByRole('radio', { name: 'High' })) await userEvent.click(each)
  for (const part of ['+1 Part 0', '+2 Part 2']) await userEvent.click(form.getByRole('checkbox', { name: part }))
  await userEvent.type(form.getByRole('textbox', { name: 'Comment on: Code' }), 'Runs at once')
  await userEvent.click(form.getByRole('button', { name: 'Submit and seal' }))
  await screen.findByText('Your ballot is sealed')
  const [ballot] = Object.values(plain.session.store.getState().desk.ballots)
  expect(ballot?.marks).toMatchObject([
    { levelsAt: [1], confidence: 'high', comment: 'Runs at once' },
    { levelsAt: [0, 2], confidence: 'high' },
  ])

  // Again: empty, whatever was sealed; leaving half way asks, and keeps what was sealed.
  await userEvent.click(screen.getByRole('button', { name: 'Next person' }))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lena' }))
  await userEvent.click(screen.getByRole('button', { name: /^Hana/ }))
  expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false)
  expect(document.body.textContent).not.toContain('Runs at once')
  await userEvent.click(screen.getByRole('radio', { name: '0 Anchor 0' }))
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
  await screen.findByText('Who scores now?')
  expect(Object.values(plain.session.store.getState().desk.ballots)).toEqual([ballot])

  // Somebody is recused from everything.
  await userEvent.click(screen.getByRole('button', { name: 'Lena' }))
  await userEvent.click(screen.getByRole('button', { name: 'Recuse from all…' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Why you are recused' }), 'I supervised it{Enter}')
  await userEvent.keyboard('{Escape}')
  await screen.findByText('2 of 2 ballots in')
  expect(document.body.textContent).not.toMatch(/supervised|Runs at once/)
  // Nothing but that they are in.
  expect(told().map(({ textContent }) => textContent)).toEqual(['HanaIn', 'LenaIn'])
})

test('[PAN15] spread and median are drawn, an outlier is told by a shape and a word, in the picture and in the table, which has the comments', async () => {
  const plain = show()
  const levels = [0, 1, 2, 3, 4].map((points) => ({ points, anchor: '' }))
  plain.act('importRubric', { replaces: true, criteria: [{ name: 'Code', levels }] })
  const [criterionId = ''] = Object.keys(plain.record().criteria)
  for (const [at, name] of ['A', 'B', 'C', 'D', 'E'].entries()) {
    plain.act('addPerson', { name, roles: ['reviewer'] })
    const person = Object.values(plain.record().people).find((each) => each.name === name)
    const marks = [
      { criterionId, levelsAt: [at === 4 ? 0 : 4], confidence: 'low' as const, comment: at === 4 ? 'Nothing runs' : '' },
    ]
    plain.session.actFor(person?.id ?? '', 'submitBallot', { marks })
  }
  plain.act('revealScores', {})
  const picture = await screen.findByRole('img', { name: 'Code: Scores 4, 4, 4, 4, 0; median 4' })
  expect([picture.querySelectorAll('circle').length, picture.querySelectorAll('path').length]).toEqual([4, 1])
  // The scale, the bar from the lowest to the highest, the stroke at the median.
  expect([...picture.querySelectorAll('line')].map((line) => [line.getAttribute('x1'), line.getAttribute('x2')])).toEqual([
    ['16', '156'],
    ['16', '156'],
    ['156', '156'],
  ])
  screen.getByText('◆ outlier')
  await userEvent.click(screen.getByRole('button', { name: 'Code' }))
  expect(screen.getByRole('row', { name: /^E/ }).textContent).toBe('E0 ◆ outlierLow')
  screen.getByRole('cell', { name: 'Nothing runs' })
})
