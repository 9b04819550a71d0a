import { render, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useBrokenLog } from '../../../renderer/app/use-broken-log'
import { HistoryPage } from '../../../renderer/features/history/history-page'
import { checkChain } from '../../../renderer/storage/chain-check'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import type { LogLine } from '../../../shared/record/commit'
import { makeReview } from '../../helpers/review-maker'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function Told() {
  const { isBroken } = useBrokenLog()
  return isBroken ? <p>It does not hold</p> : null
}

function show(lines: readonly LogLine[]) {
  const { session } = plainSession(plainReview('r'))
  const logged: ReviewSession = { ...session, log: () => Promise.resolve([...lines]) }
  render(
    <ReviewProvider value={logged}>
      <Told />
      <HistoryPage />
    </ReviewProvider>,
  )
}

test('[LOG5] an entry that was changed is told when the review is opened, and by name in its history', async () => {
  const { log } = makeReview()
  const [first, ...rest] = log
  if (!first) throw new Error('a line is needed')
  const changed = [{ ...first, entry: { ...first.entry, actor: 'name:Mallory' } }, ...rest]
  expect(await checkChain(log)).toEqual([])
  expect(await checkChain(changed)).toHaveLength(1)
  show(changed)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('does not hold together in 1 place:')
  expect(within(alert).getByRole('listitem').textContent).toMatch(/^The entry createReview of 20/)
  await screen.findByText('It does not hold', {}, { timeout: 5_000 })
})

test('[LOG5] a whole log is called so, with the hash it ends in', async () => {
  const { log } = makeReview()
  show(log)
  await waitFor(() => expect(document.body.textContent).toContain('The chain holds'))
  expect(screen.getByText(log.at(-1)?.hash.slice(0, 32) ?? '')).toBeTruthy()
})
