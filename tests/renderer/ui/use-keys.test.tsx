import { render } from '@testing-library/react'
import { type ReactNode, useLayoutEffect } from 'react'
import { expect, test, vi } from 'vitest'
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
