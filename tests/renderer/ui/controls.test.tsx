import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Button } from '../../../renderer/ui/button'
import { DateField } from '../../../renderer/ui/date-field'
import { Dialog } from '../../../renderer/ui/dialog'
import { Menu } from '../../../renderer/ui/menu'
import { NumberField } from '../../../renderer/ui/number-field'
import { Select } from '../../../renderer/ui/select'
import { ToastProvider, useToast } from '../../../renderer/ui/toast'

test('a choice is made with the keyboard alone', async () => {
  const onChange = vi.fn()
  const options = [
    { key: 'break', label: 'Break' },
    { key: 'decision', label: 'Decision' },
  ] as const
  render(<Select label="Kind" options={options} value="break" onChange={onChange} />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(onChange).toHaveBeenCalledWith('decision')
})

test('a menu runs its entry', async () => {
  const onChoose = vi.fn()
  render(<Menu label="Review" trigger={<Button>More</Button>} entries={[{ key: 'copy', label: 'Duplicate', onChoose }, null]} />)
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Duplicate' }))
  expect(onChoose).toHaveBeenCalledOnce()
})

test('a day is typed part by part and stored as a calendar date', async () => {
  const onCommit = vi.fn(() => null)
  render(<DateField label="Due" value={null} onCommit={onCommit} />)
  await userEvent.tab()
  await userEvent.keyboard('12312027')
  await userEvent.click(document.body)
  expect(onCommit.mock.calls).toEqual([['2027-12-31']])
})

test('[FLD1] a number is kept as it was typed and shown as it is, within the limits; arrows go by steps', async () => {
  const onCommit = vi.fn()
  function Minutes() {
    const [value, setValue] = useState(52)
    return (
      <NumberField label="Minutes" value={value} step={5} max={600} onCommit={(next) => void (setValue(next), onCommit(next))} />
    )
  }
  render(<Minutes />)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Minutes' })
  expect(field.value).toBe('52')
  const type = async (text: string) => {
    await userEvent.clear(field)
    await userEvent.type(field, text)
    await userEvent.tab()
  }
  await type('43')
  await type('900')
  expect(field.value).toBe('600')
  await userEvent.type(field, '{ArrowDown}')
  expect(onCommit.mock.calls).toEqual([[43], [600], [595]])
  expect(field.getAttribute('aria-invalid')).not.toBe('true')
})

test('[FLD2] the calendar offers days from today on, by the keyboard, and is closed with the one that is taken', async () => {
  const onCommit = vi.fn(() => null)
  render(<DateField label="Due" value={null} today="2026-01-31" onCommit={onCommit} />)
  const calendar = screen.getByRole('button', { name: /Calendar/ })
  for (const [words, day] of [
    ['Today', '2026-01-31'],
    ['In a week', '2026-02-07'],
    ['In two weeks', '2026-02-14'],
    ['In a month', '2026-02-28'],
  ] as const) {
    act(() => calendar.focus())
    await userEvent.keyboard('{Enter}')
    const choice = await screen.findByRole('button', { name: words })
    await userEvent.tab()
    for (let tabs = 0; document.activeElement !== choice && tabs < 8; tabs++) await userEvent.tab()
    expect(document.activeElement).toBe(choice)
    await userEvent.keyboard('{Enter}')
    expect(screen.queryByRole('dialog')).toBe(null)
    expect(onCommit).toHaveBeenLastCalledWith(day)
  }
})

function Deleter({ onUndo }: { readonly onUndo: () => void }) {
  const show = useToast()
  return <Button onPress={() => void show({ message: 'Deleted', action: { label: 'Undo', onPress: onUndo } })}>Delete</Button>
}

test('a toast offers the way back once', async () => {
  const onUndo = vi.fn()
  render(
    <ToastProvider>
      <Deleter onUndo={onUndo} />
    </ToastProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(onUndo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Deleted')).toBeNull()
})

function Teller() {
  const show = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const tell = () => {
    show({ message: 'Saved' })
    show({ message: 'Refused', tone: 'danger' })
    show({ message: 'Deleted', action: { label: 'Undo', onPress: () => undefined } })
  }
  return (
    <>
      <Button onPress={tell}>Tell</Button>
      <Button onPress={() => setIsOpen(true)}>Ask</Button>
      <Dialog title="A question" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Button onPress={() => void show({ message: 'Copied' })}>Copy</Button>
      </Dialog>
    </>
  )
}

test('[DLG1] when a dialog opens, what was told and asks for nothing goes; refusals and ways back stay', async () => {
  render(
    <ToastProvider>
      <Teller />
    </ToastProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Tell' }))
  await screen.findByText('Saved')
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await screen.findByRole('dialog', { name: 'A question' })
  expect(screen.queryByText('Saved')).toBeNull()
  expect(screen.getByText('Refused')).toBeTruthy()
  expect(screen.getByText('Deleted')).toBeTruthy()
  // What is told out of the dialog is seen beside it.
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }))
  await screen.findByText('Copied')
})

function Flooder() {
  const show = useToast()
  const [isOpen, setIsOpen] = useState(false)
  const tell = () => {
    show({ message: 'Waiting' })
    for (const message of ['First', 'Second', 'Third']) show({ message, tone: 'danger' })
  }
  return (
    <>
      <Button onPress={tell}>Tell</Button>
      <Button onPress={() => setIsOpen(true)}>Ask</Button>
      <Dialog title="A question" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        Sure?
      </Dialog>
    </>
  )
}

test('[DLG2] what waits to be told does not come up over the dialog', async () => {
  render(
    <ToastProvider>
      <Flooder />
    </ToastProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Tell' }))
  await screen.findByText('Third')
  expect(screen.queryByText('Waiting')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await screen.findByRole('dialog', { name: 'A question' })
  const [close] = screen.getAllByRole('button', { name: 'Close' }).filter((button) => button.closest('[role=alertdialog]'))
  if (!close) throw new Error('a toast is needed')
  await userEvent.click(close)
  expect(screen.queryByText('Waiting')).toBeNull()
  expect(screen.getAllByText(/^(First|Second|Third)$/)).toHaveLength(2)
})
