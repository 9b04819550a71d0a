import { Editor } from '@tiptap/core'
import { act, render, screen } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { matchingEntries } from '../../../renderer/features/minutes/slash-entries'
import { type SlashKeys, SlashLines, SlashMenu } from '../../../renderer/features/minutes/slash-menu'
import { minutesExtensions } from '../../../shared/minutes/extensions'

function openMenu() {
  const keys: SlashKeys = { current: null }
  const editor = new Editor({ extensions: [...minutesExtensions({ urlOf: () => '' }), SlashLines.configure({ keys })] })
  onTestFinished(() => editor.destroy())
  // jsdom lays nothing out.
  editor.view.coordsAtPos = () => ({ left: 0, right: 0, top: 0, bottom: 0 })
  render(<SlashMenu editor={editor} keys={keys} />)
  const type = (text: string) => act(() => editor.view.dispatch(editor.state.tr.insertText(text)))
  const press = (key: string, more: KeyboardEventInit = {}) =>
    act(() => {
      const event = new KeyboardEvent('keydown', { key, ...more })
      return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false
    })
  const offered = () => screen.queryAllByRole('option').map((option) => option.firstChild?.textContent)
  return { editor, type, press, offered }
}

test('[SLM1] a slash in an empty block offers everything, filtered by what is typed; elsewhere it is a slash', () => {
  const { editor, type, offered } = openMenu()
  type('and/l')
  expect(offered()).toEqual([])
  act(() => void editor.commands.setContent('<p></p>'))
  type('/')
  expect(offered()).toHaveLength(12)
  type('l')
  expect(offered()).toEqual(['Lesson', 'List', 'Numbered list'])
  type('xyz')
  expect(offered()).toEqual([])
  expect(matchingEntries('PARK').map(({ label }) => label)).toEqual(['Parked topic'])
})

test('[SLM2] keys alone choose, the caret stays in the text, and Escape leaves it', async () => {
  const { editor, type, press, offered } = openMenu()
  type('/')
  await press('ArrowDown')
  expect(screen.getByRole('option', { selected: true }).textContent).toMatch(/^Decision/)
  expect(editor.view.dom.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
  await press('ArrowUp')
  await press('ArrowUp')
  expect(screen.getByRole('option', { selected: true }).textContent).toMatch(/^Parked topic/)
  await press('ArrowDown')
  await press('Enter', { isComposing: true })
  act(() => void editor.commands.setContent('<p></p>'))
  type('/ris')
  await press('Enter')
  expect(editor.getText()).toBe('RISK: ')
  act(() => void editor.commands.setContent('<p></p>'))
  type('/tab')
  await press('Escape')
  expect(offered()).toEqual([])
  expect(editor.getText()).toBe('/tab')
  expect(editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false)
})
