import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Rubric } from '../../../renderer/features/prepare/rubric'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { inOrder } from '../../../shared/review/fields'
import { goNoGoRubric } from '../../../shared/rubric/presets'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show() {
  const plain = plainSession(plainReview('r'))
  render(
    <ReviewProvider value={plain.session}>
      <Rubric />
    </ReviewProvider>,
  )
  return { ...plain, criteria: () => inOrder(plain.record().criteria) }
}

test('[PAN2] a rubric is entered by the keyboard: criterion, levels, what passes, order; what cannot be is said beside it', async () => {
  const { criteria } = show()
  await userEvent.type(screen.getByRole('textbox', { name: 'Add a criterion' }), 'Clarity{Enter}Depth{Enter}')
  expect(criteria().map(({ name, weight }) => [name, weight])).toEqual([
    ['Clarity', 10],
    ['Depth', 10],
  ])
  const [first] = screen.getAllByRole('listitem')
  const row = within(first as HTMLElement)
  await userEvent.click(row.getByRole('button', { name: 'Describe the levels' }))
  expect(criteria()[0]?.levels.map(({ points }) => points)).toEqual([1, 2, 3, 4, 5])
  await userEvent.type(row.getByRole('textbox', { name: 'What 5 points mean: Clarity' }), 'Clear to all{Tab}')
  expect(criteria()[0]?.levels[4]).toEqual({ points: 5, anchor: 'Clear to all' })
  await userEvent.type(row.getByRole('textbox', { name: /^Pass mark \(1 to 5\)/ }), '3{Enter}')
  expect(criteria()[0]?.passPoints).toBe(3)
  for (const points of [5, 4]) await userEvent.click(row.getByRole('button', { name: `Remove ${points} points: Clarity` }))
  // What passes would be more than there is.
  await userEvent.click(row.getByRole('button', { name: 'Remove 3 points: Clarity' }))
  await row.findByText('What passes lies between 1 and 2 points.')
  expect(criteria()[0]?.levels).toHaveLength(3)

  const name = row.getByRole('textbox', { name: 'Name of criterion 1' })
  name.focus()
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
  expect(criteria().map((criterion) => criterion.name)).toEqual(['Depth', 'Clarity'])
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'Clarity'))
})

test('[PAN5] [PAN12] an empty rubric offers presets and import; from the first ballot on nothing but the order can be changed', async () => {
  const { criteria, act, session } = show()
  await userEvent.click(screen.getByRole('button', { name: 'Production go/no-go' }))
  expect(criteria().map(({ name }) => name)).toEqual(goNoGoRubric.criteria.map(({ name }) => name))
  await userEvent.click(screen.getByRole('button', { name: 'Import a rubric' }))
  const text = await screen.findByRole('textbox', { name: 'Text of the rubric' })
  await userEvent.click(text)
  await userEvent.paste('# About\n\n## Code (60%)\n- 0: Fails\n- 2: Runs\n\n## Talk (40%)\n- 0: Lost\n- 2: Clear')
  const dialog = within(screen.getByRole('dialog'))
  await dialog.findByText('2 levels, 0 to 2', { exact: false, selector: 'li:first-child > span' })
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Talk' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add 1 criterion' }))
  expect(criteria().map(({ name, weight }) => [name, weight])).toEqual([['Code', 60]])

  act('addPerson', { name: 'Hana', roles: ['reviewer'] })
  const [person] = Object.keys(session.store.getState().record.people)
  session.actFor(person ?? '', 'submitBallot', { marks: [], recusal: 'Mine' })
  await screen.findByText(/^Ballots are in/)
  expect(screen.queryByRole('textbox', { name: 'Add a criterion' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
})
