import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from '../../../renderer/ui/button'
import { Confirm } from '../../../renderer/ui/confirm'
import { useKeptFocus } from '../../../renderer/ui/keep-focus'
import { leaveText } from '../../../renderer/ui/use-keys'

/** Rows that go when they are pressed, each beside a text. */
function Rows({ names }: { readonly names: readonly string[] }) {
  useKeptFocus()
  const [left, setLeft] = useState(names)
  return (
    <main>
      <section aria-label="Rows">
        <ul>
          {left.map((name) => (
            <li key={name}>
              <input aria-label={`Words of ${name}`} />
              <button type="button" onClick={() => setLeft(left.filter((other) => other !== name))}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        <p>Nothing to press</p>
      </section>
    </main>
  )
}

const press = async (name: string): Promise<void> => {
  act(() => screen.getByRole('button', { name }).focus())
  await userEvent.keyboard('{Enter}')
}
const holds = (element: () => Element) => waitFor(() => expect(document.activeElement).toBe(element()))

test('[KEY5] what had the keyboard goes: the control behind has it, else the one before, else the part, and no text', async () => {
  render(<Rows names={['Ada', 'Ben', 'Cleo']} />)
  await press('Ada')
  await holds(() => screen.getByRole('button', { name: 'Ben' }))
  await press('Cleo')
  await holds(() => screen.getByRole('button', { name: 'Ben' }))
  await press('Ben')
  await holds(() => screen.getByRole('region', { name: 'Rows' }))
})

/** What is asked about goes together with the button that asked. */
function Asked() {
  useKeptFocus()
  const [state, setState] = useState<'there' | 'asked' | 'gone'>('there')
  return (
    <main>
      <div>
        <button type="button">Before</button>
        {state !== 'gone' && <Button onPress={() => setState('asked')}>Reveal…</Button>}
      </div>
      <Confirm
        title="Reveal?"
        verb="Reveal"
        isOpen={state === 'asked'}
        onClose={() => setState((now) => (now === 'asked' ? 'there' : now))}
        onConfirm={() => setState('gone')}
      >
        <p>This cannot be taken back.</p>
      </Confirm>
    </main>
  )
}

test('[KEY5] [KEY8] what cannot be taken back begins at Cancel; done, the keyboard is beside what is gone', async () => {
  render(<Asked />)
  await press('Reveal…')
  await holds(() => screen.getByRole('button', { name: 'Cancel' }))
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Reveal' }))
  await userEvent.keyboard('{Enter}')
  await holds(() => screen.getByRole('button', { name: 'Before' }))
})

test('[KEY5] a text is left for the part around it, and what somebody leaves by the pointer stays left', async () => {
  render(<Rows names={['Ada']} />)
  act(() => screen.getByRole('textbox').focus())
  act(leaveText)
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rows' }))
  act(() => (document.activeElement as HTMLElement).blur())
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(document.activeElement).toBe(document.body)
})

/** Rows as another window leaves them. */
function Shown({ names, onPress }: { readonly names: readonly string[]; readonly onPress: () => void }) {
  useKeptFocus()
  return (
    <main>
      {names.map((name) => (
        <div key={name} role="group" aria-label={name}>
          <input aria-label={`Words of ${name}`} />
          <button type="button" onClick={onPress}>
            Remove {name}
          </button>
        </div>
      ))}
    </main>
  )
}

test('[KEY5] whoever types into what another window takes away presses nothing by the next letters', async () => {
  let pressed = 0
  const onPress = () => void (pressed += 1)
  const { rerender } = render(<Shown names={['Ada', 'Ben']} onPress={onPress} />)
  act(() => screen.getByRole('textbox', { name: 'Words of Ada' }).focus())
  await userEvent.keyboard('not')
  rerender(<Shown names={['Ben']} onPress={onPress} />)
  await holds(() => screen.getByRole('group', { name: 'Ben' }))
  await userEvent.keyboard(' now{Enter}')
  expect(pressed).toBe(0)
})
