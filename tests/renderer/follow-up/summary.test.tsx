import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ExecutiveSummary } from '../../../renderer/features/follow-up/summary'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show() {
  const plain = plainSession(plainReview('r'))
  plain.act('editReview', { subject: 'Load forecast', impact: 'Written by hand' })
  plain.act('addFeedback', { side: 'presenter', label: 'lesson', text: 'Split by time first' })
  render(
    <ReviewProvider value={plain.session}>
      <ExecutiveSummary />
    </ReviewProvider>,
  )
  return { ...plain, review: () => plain.record().review['review'] }
}

test('[SUM1] [SUM2] a draft fills what is empty and leaves what was written; a part is drafted anew when asked; words are counted', async () => {
  const { review } = show()
  expect(screen.getByRole('status').textContent).toBe('3 of 200 words')
  await userEvent.click(screen.getByRole('button', { name: 'Draft what is empty' }))
  expect(review()).toMatchObject({
    ...{ purpose: 'Review of Load forecast.', takeaways: 'Lesson: Split by time first.', impact: 'Written by hand' },
  })
  expect(screen.queryByRole('button', { name: /^Draft (it|what)/ })).toBe(null)
  const purpose = screen.getByRole('textbox', { name: 'Purpose' })
  await userEvent.clear(purpose)
  await userEvent.type(purpose, `${'word '.repeat(201)}{Tab}`)
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^209 words, 9 more than fit a minute/))
  await userEvent.click(screen.getByRole('button', { name: 'Draft purpose anew' }))
  expect(review()?.purpose).toBe('Review of Load forecast.')
})

test('[SUM3] words are explained, corrected and removed by the keyboard; a second time is refused in words', async () => {
  const { record } = show()
  await userEvent.type(screen.getByRole('textbox', { name: 'Explain a word' }), 'Backtest{Enter}')
  await userEvent.type(screen.getByRole('textbox', { name: 'What Backtest means' }), 'A forecast of known days{Enter}')
  expect(Object.values(record().glossary)).toMatchObject([{ term: 'Backtest', meaning: 'A forecast of known days' }])
  await userEvent.type(screen.getByRole('textbox', { name: 'Explain a word' }), 'backtest{Enter}')
  await screen.findByText('“Backtest” is explained already.')
  await userEvent.click(screen.getByRole('button', { name: 'Remove Backtest' }))
  expect(record().glossary).toEqual({})
})
