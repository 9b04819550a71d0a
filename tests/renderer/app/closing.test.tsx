import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Closing } from '../../../renderer/app/closing'
import { showArchivePart, useArchivePart } from '../../../renderer/features/history/shown'
import { createWallStore, WallProvider } from '../../../renderer/features/wall/wall-store'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { useKeyListener } from '../../../renderer/ui/use-keys'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

// jsdom lays nothing out.
beforeEach(() => void vi.stubGlobal('scrollTo', () => undefined))

const keys = (text: string) => userEvent.keyboard(text)

function Part({ reviewId }: { readonly reviewId: string }) {
  useKeyListener()
  return <output>{useArchivePart(reviewId).part}</output>
}

test('[CLO10] the walk leads to saving the archive, whatever part of it was looked at last', async () => {
  const { session } = plainSession(plainReview('r', { status: 'follow-up' }))
  const reviewId = 'walked'
  render(
    <ReviewProvider value={{ ...session, reviewId }}>
      <WallProvider value={createWallStore(reviewId)}>
        <Closing />
        <Part reviewId={reviewId} />
      </WallProvider>
    </ReviewProvider>,
  )
  act(() => showArchivePart(reviewId, 'history'))
  expect(screen.getByRole('status').textContent).toBe('history')
  await keys('zc')
  const walk = within(await screen.findByRole('dialog', { name: 'Closing' }))
  await userEvent.click(walk.getByRole('button', { name: /Read-back/ }))
  await userEvent.click(await walk.findByRole('button', { name: 'Close the review' }))
  await userEvent.click(await walk.findByRole('button', { name: /^Save the archive/ }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('bundle'))
  await waitFor(() => expect(location.hash).toBe(`#/review/${reviewId}/archive`))
})
