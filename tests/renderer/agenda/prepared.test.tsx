import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { QuestionQueue } from '../../../renderer/features/agenda/floor'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

test('[RDY6] prepared questions are at hand with their item only, and one press queues one', async () => {
  const { act, record, session } = plainSession(plainReview('r'))
  act('addItem', { title: 'Opening' })
  act('addItem', { title: 'Data' })
  const [opening = '', data = ''] = Object.values(record().agenda)
    .sort((left, right) => (left.order < right.order ? -1 : 1))
    .map(({ id }) => id)
  act('addPreparedQuestion', { side: 'reviewer', text: 'Why weekly?', itemId: data })
  render(
    <ReviewProvider value={session}>
      <QuestionQueue />
    </ReviewProvider>,
  )
  const button = () => screen.queryByRole('button', { name: '1 prepared' })
  expect(button()).toBe(null)
  act('startItem', { itemId: opening })
  expect(button()).toBe(null)
  act('startItem', { itemId: data })
  await userEvent.click(await screen.findByRole('button', { name: '1 prepared' }))
  await userEvent.click(await screen.findByRole('button', { name: /Why weekly\?/ }))
  await waitFor(() => expect(button()).toBe(null))
  expect(Object.values(record().questions)).toMatchObject([{ text: 'Why weekly?', itemId: data }])
  await screen.findByText('(1)')
})
