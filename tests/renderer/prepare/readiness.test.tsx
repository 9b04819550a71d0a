import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Readiness } from '../../../renderer/features/prepare/readiness'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { sampleReview } from '../../../shared/templates/sample'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show(changes = plainReview('r')) {
  const plain = plainSession(changes)
  render(
    <ReviewProvider value={plain.session}>
      <Readiness />
    </ReviewProvider>,
  )
  return plain
}

function sample() {
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  return sampleReview({ now: 5, newId: () => `id-${count++}`, actor: someone, operator: someone }, 'UTC').changes
}

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn()

async function choose(state: string, of: string) {
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`State of: ${of}`) }))
  await userEvent.click(await screen.findByRole('option', { name: state }))
}

test('[RDY1] [RDY2] [RDY3] a criterion is entered, answered, waived by name with a reason, and taken away', async () => {
  const { act, record } = show()
  act('addPerson', { name: 'Lena', roles: ['decision-maker'] })
  await userEvent.type(screen.getByRole('textbox', { name: 'Add an entrance criterion' }), 'Materials were sent{Enter}')
  const criterion = () => Object.values(record().gateCriteria)[0]
  expect(criterion()).toMatchObject({ gate: 'entrance', text: 'Materials were sent', status: 'open' })
  await screen.findByText('1 thing missing')

  await userEvent.type(screen.getByRole('textbox', { name: 'Evidence for: Materials were sent' }), 'Mail of 3 November')
  await choose('Met', 'Materials were sent')
  await screen.findByText('Ready')
  expect(criterion()).toMatchObject({ status: 'met', evidence: 'Mail of 3 November' })
  expect(criterion()?.decidedAt).toBeGreaterThan(0)

  await choose('Waived', 'Materials were sent')
  // Not yet: a waiver counts only with both.
  expect(criterion()?.status).toBe('met')
  const waiver = within(screen.getByRole('group', { name: 'Waiver' }))
  expect(waiver.getByRole('button', { name: 'Waive' })).toHaveProperty('disabled', true)
  await waitFor(() => expect(document.activeElement).toBe(waiver.getByRole('button', { name: /Waived by/ })))
  await userEvent.click(waiver.getByRole('button', { name: /Waived by/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Lena' }))
  await userEvent.type(waiver.getByRole('textbox', { name: 'Reason' }), 'They know it by heart{Enter}')
  expect(criterion()).toMatchObject({ status: 'waived', reason: 'They know it by heart' })
  await screen.findByText('Waived by Lena:')

  await userEvent.click(screen.getByRole('button', { name: 'Remove: Materials were sent' }))
  expect(record().gateCriteria).toEqual({})
})

test('[RDY4] [RDY7] what a reviewer did is told in the table, and the line on top leads to who has not', async () => {
  const { act, record } = show()
  act('addPerson', { name: 'Hana', roles: ['reviewer'] })
  const [personId = ''] = Object.keys(record().people)
  await userEvent.click(await screen.findByRole('button', { name: 'Hana: no preparation record' }))
  expect(document.activeElement?.closest('tr')?.textContent).toContain('Hana')
  await userEvent.type(screen.getByRole('textbox', { name: 'Minutes of Hana' }), '45{Tab}')
  expect(record().preparations[personId]).toMatchObject({ spentMs: 2_700_000, outcome: null })
  await screen.findByRole('button', { name: 'Hana: not said whether prepared' })
  await userEvent.click(screen.getByRole('radio', { name: 'Insufficient' }))
  await screen.findByRole('button', { name: 'Hana: preparation insufficient' })
  await userEvent.click(screen.getByRole('radio', { name: 'Sufficient' }))
  await screen.findByText('Ready')
})

test('[RDY12] beside ready stands what was waived and by whom, and leads to it', async () => {
  const { act, record } = show()
  act('addPerson', { name: 'Lena' })
  act('addGateCriterion', { gate: 'entrance', text: 'Materials were sent' })
  act('addGateCriterion', { gate: 'exit', text: 'Everything is answered' })
  const [waivedBy = ''] = Object.keys(record().people)
  for (const { id } of Object.values(record().gateCriteria))
    act('decideGateCriterion', { criterionId: id, status: 'waived', waivedBy, reason: 'Known' })
  await screen.findByText('Ready')
  const waived = screen.getByRole('list', { name: 'Waived at the start' })
  expect(waived.textContent).toBe('Materials were sent (by Lena)')
  await userEvent.click(within(waived).getByRole('button'))
  expect(document.activeElement?.closest('li')?.textContent).toContain('Waived by Lena')
})

test('[RDY10] where nothing is asked, the review is not called ready', async () => {
  const { act } = show()
  await screen.findByText('Nothing asked')
  expect(screen.queryByText('Ready')).toBe(null)
  act('addGateCriterion', { gate: 'exit', text: 'Everything is answered' })
  screen.getByText('Nothing asked')
  act('addPerson', { name: 'Hana', roles: ['reviewer'] })
  await screen.findByText('1 thing missing')
})

test('[RDY11] the keyboard stays after a waiver, after Escape in one, and after removals', async () => {
  const { act } = show()
  act('addPerson', { name: 'Lena' })
  for (const text of ['First', 'Second']) act('addGateCriterion', { gate: 'entrance', text })
  act('addPreparedQuestion', { text: 'Why?', side: 'reviewer' })
  const stateOf = (name: string) => screen.getByRole('button', { name: new RegExp(`State of: ${name}`) })
  await screen.findByText('2 things missing')
  await choose('Waived', 'First')
  const waivedBy = await screen.findByRole('button', { name: /Waived by/ })
  await waitFor(() => expect(document.activeElement).toBe(waivedBy))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(stateOf('First')))
  expect(screen.queryByRole('group', { name: 'Waiver' })).toBe(null)

  await choose('Waived', 'First')
  await userEvent.click(await screen.findByRole('button', { name: /Waived by/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Lena' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Known{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(stateOf('First')))

  await userEvent.click(screen.getByRole('button', { name: 'Remove: First' }))
  await waitFor(() => expect(document.activeElement).toBe(stateOf('Second')))
  await userEvent.click(screen.getByRole('button', { name: 'Remove: Second' }))
  const adding = screen.getByRole('textbox', { name: 'Add an entrance criterion' })
  await waitFor(() => expect(document.activeElement).toBe(adding))

  await userEvent.click(screen.getByRole('button', { name: 'More about: Why?' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  const group = within(screen.getByRole('group', { name: 'Prepare a question' }))
  await waitFor(() => expect(document.activeElement).toBe(group.getByRole('button', { name: /From/ })))
})

test('[RDY5] a question is filed with its item and whom it comes from, and its answer is drafted', async () => {
  const { record } = show(sample())
  const group = within(screen.getByRole('group', { name: 'Prepare a question' }))
  await userEvent.click(group.getByRole('button', { name: /From/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Expected by presenters' }))
  await userEvent.type(group.getByRole('textbox', { name: 'Question' }), 'What does it cost?{Enter}')
  const made = () => Object.values(record().preparedQuestions).find(({ text }) => text === 'What does it cost?')
  expect(made()).toMatchObject({ side: 'presenter', askedBy: null, itemId: null })
  await userEvent.type(screen.getByRole('textbox', { name: 'Draft answer to: What does it cost?' }), 'Nothing more{Tab}')
  expect(made()?.answer).toBe('Nothing more')
})
