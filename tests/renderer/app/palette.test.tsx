import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo } from 'react'
import { expect, test, vi } from 'vitest'
import { Palette } from '../../../renderer/app/palette'
import { useCommands } from '../../../renderer/ui/use-commands'
import { useKeys } from '../../../renderer/ui/use-keys'

function Screen({ onNext, onOpen }: { readonly onNext: () => void; readonly onOpen: () => void }) {
  useKeys({ next: onNext, pause: () => undefined })
  useCommands(useMemo(() => [{ id: 'open', label: 'Open Übersicht <b>.pdf', group: 'Materials', act: onOpen }], [onOpen]))
  return (
    <main>
      <textarea aria-label="Text" />
      <Palette />
    </main>
  )
}

test('[KEY2] what can be done is found by its words, in any order and without accents, and done', async () => {
  const [onNext, onOpen] = [vi.fn(), vi.fn()]
  render(<Screen onNext={onNext} onOpen={onOpen} />)
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('dialog', { name: 'What do you want to do?' })
  await userEvent.keyboard('pdf ubersicht')
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Open Übersicht <b>.pdf'])
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce())
  expect(onNext).not.toHaveBeenCalled()
  expect(screen.queryByRole('dialog')).toBe(null)
})

test('[KEY2] from inside text; Escape gives the keyboard back, and what is not there is said', async () => {
  const onNext = vi.fn()
  render(<Screen onNext={onNext} onOpen={vi.fn()} />)
  const text = screen.getByRole('textbox', { name: 'Text' })
  await userEvent.click(text)
  await userEvent.keyboard('{Control>}k{/Control}xyz')
  await screen.findByText('Nothing here is called so.')
  await userEvent.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  await waitFor(() => expect(document.activeElement).toBe(text))
  await userEvent.keyboard('{Control>}k{/Control}next item{Enter}')
  await waitFor(() => expect(onNext).toHaveBeenCalledOnce())
  expect((text as HTMLTextAreaElement).value).toBe('')
})
