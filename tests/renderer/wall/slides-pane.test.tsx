import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { createDeckStore, DeckProvider } from '../../../renderer/features/wall/deck-store'
import { SlidesPane } from '../../../renderer/features/wall/slides-pane'
import { createWallStore, WallProvider } from '../../../renderer/features/wall/wall-store'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { OpenMaterialProvider } from '../../../renderer/ui/open-material'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show(names: readonly string[]) {
  const { act, record, session } = plainSession(plainReview('slides'))
  for (const [at, name] of names.entries())
    act('addMaterial', { name, mediaType: 'application/pdf', bytes: 9, sha512: String(at).repeat(128) })
  const idOf = (name: string) => Object.values(record().materials).find((each) => each.name === name)?.id
  const [wall, deck] = [createWallStore(`slides-${names.join()}`), createDeckStore()]
  const [onMaterials, onOpen] = [vi.fn(), vi.fn()]
  render(
    <ReviewProvider value={session}>
      <WallProvider value={wall}>
        <DeckProvider value={deck}>
          <OpenMaterialProvider value={onOpen}>
            <SlidesPane onMaterials={onMaterials} onPlaced={() => undefined} />
          </OpenMaterialProvider>
        </DeckProvider>
      </WallProvider>
    </ReviewProvider>,
  )
  return { wall, deck, idOf, onMaterials, onOpen }
}

test('[SLD7] without a PDF the way to the materials is offered', async () => {
  const { onMaterials } = show([])
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(onMaterials).toHaveBeenCalledOnce()
})

test('[SLD7] slides that cannot be read say why, and offer the file, other slides and the materials', async () => {
  const { wall, deck, idOf, onMaterials, onOpen } = show(['broken.pdf', 'whole.pdf'])
  await waitFor(() => expect(wall.getState().deck?.materialId).toBe(idOf('broken.pdf')))
  deck.setState({ materialId: idOf('broken.pdf') ?? null, reading: 'failed', why: 'the file is damaged' })
  expect((await screen.findByRole('alert')).textContent).toContain('could not be read: the file is damaged.')
  await userEvent.click(screen.getByRole('button', { name: 'Open the file' }))
  expect(onOpen).toHaveBeenCalledWith(idOf('broken.pdf'))
  await userEvent.click(screen.getByRole('button', { name: 'Materials' }))
  expect(onMaterials).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: 'Take other slides' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'whole.pdf' }))
  expect(wall.getState().deck).toEqual({ materialId: idOf('whole.pdf'), page: 1, pages: 1 })
})

test('[SLD7] where there are no other slides none are offered', async () => {
  const { deck, idOf } = show(['broken.pdf'])
  deck.setState({ materialId: idOf('broken.pdf') ?? null, reading: 'failed', why: 'the file is damaged' })
  await screen.findByRole('button', { name: 'Open the file' })
  expect(screen.queryByRole('button', { name: 'Take other slides' })).toBe(null)
})
