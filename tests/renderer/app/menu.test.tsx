import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { useMenu } from '../../../renderer/app/use-menu'
import { useRoute } from '../../../renderer/app/routes'
import { shellRequestStore } from '../../../renderer/storage/shell-requests'
import { useKeys } from '../../../renderer/ui/use-keys'
import type { HostEvent } from '../../../shared/host-contract'

afterEach(() => void (location.hash = ''))

function fakeHost() {
  let listener: (event: HostEvent) => void = () => undefined
  return {
    onEvent(given: (event: HostEvent) => void) {
      listener = given
      return () => undefined
    },
    tell: (event: HostEvent) => act(async () => (listener(event), await new Promise((resolve) => setTimeout(resolve, 20)))),
  }
}

function Library({ pressed }: { readonly pressed: (name: string) => void }) {
  useKeys({ newReview: () => pressed('newReview') })
  return <h1>Library</h1>
}

function Review({ pressed }: { readonly pressed: (name: string) => void }) {
  const [text, setText] = useState('')
  // The same letter as `newReview`.
  useKeys({ next: () => pressed('next'), wallOpen: () => pressed('wallOpen') })
  return <input aria-label="Text" value={text} onChange={(event) => setText(event.target.value)} />
}

function setUp() {
  const pressed = vi.fn()
  const host = fakeHost()
  const requests = shellRequestStore(host)
  function Page() {
    const { page } = useRoute()
    useMenu(requests, page)
    return page === 'library' ? <Library pressed={pressed} /> : <Review pressed={pressed} />
  }
  location.hash = '#/review/1/run'
  render(<Page />)
  return { host, requests, pressed }
}

test('[DSK13] a new review is begun in the library, even from a meeting, where the same letter means next', async () => {
  const { host, pressed, requests } = setUp()
  await host.tell({ type: 'menu:chosen', entry: 'newReview' })
  expect([screen.getByRole('heading').textContent, pressed.mock.calls]).toEqual(['Library', [['newReview']]])
  expect(requests.getState().entries).toEqual([])
})

test('[DSK13] an entry presses the key of the page on display, and nothing where there is none', async () => {
  const { host, pressed, requests } = setUp()
  await host.tell({ type: 'menu:chosen', entry: 'wallOpen' })
  await host.tell({ type: 'menu:chosen', entry: 'help' })
  expect(pressed.mock.calls).toEqual([['wallOpen']])
  expect(requests.getState().entries).toEqual([])
})

test('[DSK13] undo goes to what has the focus as the chord would', async () => {
  const { host } = setUp()
  const heard: string[] = []
  const hear = (event: KeyboardEvent) => {
    heard.push(`${event.target instanceof HTMLInputElement ? 'text' : 'page'} ${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`)
    event.preventDefault()
  }
  document.addEventListener('keydown', hear)
  onTestFinished(() => document.removeEventListener('keydown', hear))
  await host.tell({ type: 'menu:chosen', entry: 'undo' })
  screen.getByLabelText('Text').focus()
  await host.tell({ type: 'menu:chosen', entry: 'redo' })
  expect(heard).toEqual(['page Ctrl+z', 'text Ctrl+Z'])
})

test('[DSK12] a bundle given during a meeting is taken to the library', async () => {
  const { host, requests } = setUp()
  await host.tell({ type: 'bundle:given', stagingId: 's1', name: 'a.zip' })
  expect(screen.getByRole('heading').textContent).toBe('Library')
  expect(requests.getState().bundles).toEqual([{ stagingId: 's1', name: 'a.zip' }])
})
