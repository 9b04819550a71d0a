import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { RightColumn } from '../../../renderer/app/right-column'
import { createDeckStore, DeckProvider } from '../../../renderer/features/wall/deck-store'
import { createWallStore, WallProvider } from '../../../renderer/features/wall/wall-store'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { pressKey, useKeyListener } from '../../../renderer/ui/use-keys'
import { slideKey } from '../../../shared/wall/wall-view'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn()

let shown = 0

function Column() {
  useKeyListener()
  return (
    <main>
      <textarea aria-label="Minutes" />
      <RightColumn />
    </main>
  )
}

/** The column beside a text, with slides whose page is drawn. */
function show() {
  const plain = plainSession(plainReview('r'))
  plain.act('addMaterial', { name: 'deck.pdf', mediaType: 'application/pdf', bytes: 9, sha512: 'a'.repeat(128) })
  const [materialId = ''] = Object.keys(plain.record().materials)
  const reviewId = `column-${++shown}`
  const [wall, deck] = [createWallStore(reviewId), createDeckStore()]
  deck.setState({ materialId, reading: 'read', pictures: { [slideKey(materialId, 1)]: 'data:,' } })
  render(
    <ToastProvider>
      <ReviewProvider value={{ ...plain.session, reviewId }}>
        <WallProvider value={wall}>
          <DeckProvider value={deck}>
            <Column />
          </DeckProvider>
        </WallProvider>
      </ReviewProvider>
    </ToastProvider>,
  )
  return plain
}

const keys = (text: string) => userEvent.keyboard(text)
const holds = (element: () => Element) => waitFor(() => expect(document.activeElement).toBe(element()))
const minutes = () => screen.getByRole('textbox', { name: 'Minutes' })

test('[KEY6] the key of a pane takes the keyboard there, unless somebody writes', async () => {
  show()
  for (const [key, name] of ['Slides', 'Panel', 'Feedback'].map((each) => [
    { Slides: '2', Panel: '4', Feedback: '1' }[each] ?? '',
    each,
  ])) {
    await keys(key ?? '')
    expect(document.activeElement).toBe(screen.getByRole('region', { name }))
  }
  act(() => minutes().focus())
  act(() => void pressKey('4'))
  screen.getByRole('region', { name: 'Panel' })
  expect(document.activeElement).toBe(minutes())
})

test('[FB16] [FB18] one key begins a region from any pane, outside text; it is said how, Enter takes it into the field, Escape to its button', async () => {
  show()
  act(() => minutes().focus())
  await keys('zm')
  expect(screen.queryByRole('application')).toBe(null)
  await keys('{Escape}')
  act(() => minutes().blur())
  await keys('4')
  await keys('zm')
  await holds(() => screen.getByRole('application'))
  screen.getByText(/^Draw it on the page.* arrows move it/)
  await keys('{Escape}')
  await holds(() => screen.getByRole('button', { name: /^Mark a region for feedback/ }))
  expect(screen.queryByText(/^Draw it on the page/)).toBe(null)
  await keys('1')
  expect(screen.queryByRole('checkbox', { name: /^On / })).toBe(null)
  await keys('zm')
  await holds(() => screen.getByRole('application'))
  await keys('{ArrowLeft}{Enter}')
  await holds(() => screen.getByRole('textbox', { name: 'Add question' }))
  expect(screen.getByRole('checkbox', { name: /^On deck\.pdf, page 1/ })).toHaveProperty('checked', true)
})

test('[FB20] one by one begins from any pane, at what comes next in the life of the item; where that is nothing, at the item', async () => {
  const { act: add } = show()
  act(() => {
    add('addFeedback', { side: 'reviewer', label: 'question', text: 'Why so late?' })
    add('addFeedback', { side: 'reviewer', label: 'question', text: 'Who pays?', isPrivate: true })
  })
  await keys('4')
  await keys('zv')
  const group = () => screen.getByRole('group', { name: 'One by one' })
  await holds(() => within(group()).getByRole('button', { name: 'Disposition…' }))
  within(group()).getByText('Why so late?')
  await keys('>')
  await within(group()).findByText('Who pays?')
  expect(document.activeElement).toBe(group())
  await keys('<')
  await holds(() => within(group()).getByRole('button', { name: 'Disposition…' }))
})
