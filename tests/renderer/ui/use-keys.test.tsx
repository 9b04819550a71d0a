import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useLayoutEffect } from 'react'
import { expect, test, vi } from 'vitest'
import { Button } from '../../../renderer/ui/button'
import { Menu } from '../../../renderer/ui/menu'
import { pressPlace } from '../../../renderer/ui/press-place'
import { useKeyListener, useKeys } from '../../../renderer/ui/use-keys'

/** Presses the key before what is inside is painted: effects of a parent run after those of its children. */
function PressedAtOnce({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true, cancelable: true }))
  }, [])
  return children
}

function Screen({ onOpen }: { readonly onOpen: () => void }) {
  useKeyListener()
  useKeys({ openBundle: onOpen })
  return null
}

test('[KEY3] a key is not lost between the first sight of a screen and the next turn of the page', () => {
  const onOpen = vi.fn()
  render(
    <PressedAtOnce>
      <Screen onOpen={onOpen} />
    </PressedAtOnce>,
  )
  expect(onOpen).toHaveBeenCalledOnce()
})

function Acting({ onChoose }: { readonly onChoose: (name: string) => void }) {
  useKeyListener()
  useKeys({ acting: () => pressPlace('acting') })
  const entries = ['Myself', 'Ada', 'Nils'].map((name) => ({ key: name, label: name, onChoose: () => onChoose(name) }))
  return (
    <span data-place="acting">
      <Menu label="Acting as" trigger={<Button>As Nils</Button>} entries={entries} />
    </span>
  )
}

test.each(['', '{Home}', 'mys', '{ArrowDown}{ArrowUp}'])(
  '[KEY4] a menu opened by its key is at its first entry, which keys go back to: %s',
  async (keys) => {
    const onChoose = vi.fn()
    render(<Acting onChoose={onChoose} />)
    await userEvent.keyboard('s')
    const first = await screen.findByRole('menuitem', { name: 'Myself' })
    await waitFor(() => expect(document.activeElement).toBe(first))
    if (keys) await userEvent.keyboard(keys)
    await userEvent.keyboard('{Enter}')
    expect(onChoose.mock.calls).toEqual([['Myself']])
  },
)
