import { expect, test } from 'vitest'
import { fixedKeys, keyTable } from '../../../renderer/ui/key-table'

const rows = Object.values(keyTable)

test('[KEY1] a key means one thing on a screen, and none begins another', () => {
  // The library and the meeting are never on display together.
  for (const inLibrary of [true, false]) {
    const keys = rows.filter(({ group }) => inLibrary === (group === 'Library') || group === 'Go to' || group === 'Help')
    const words = keys.map(({ key }) => key as string)
    expect(new Set(words).size).toBe(words.length)
    for (const word of words) expect(words.filter((other) => other !== word && other.startsWith(word))).toEqual([])
  }
})

test('[KEY1] single signs, letters but for a few, so that no key of the browser, the desktop or a screen reader is taken', () => {
  for (const { key } of rows) expect(key).toMatch(/^([a-z.?+=<>1-4-]|[gz] [a-z])$/)
  // F5 is a remote's. F9 is nobody's in Chromium, in the desktop, in the editor; an input method has it only while it composes.
  expect(fixedKeys.map(({ key }) => key).filter((key) => /^F\d/.test(key))).toEqual(['F9', 'F5'])
  const chords = fixedKeys.map(({ key }) => key).filter((key) => key.includes('+'))
  // Ctrl+. is nobody's, Ctrl+K a page may take; the others mean what they mean in every editor, and with Alt+Shift and arrows office programs
  // order outlines.
  expect(chords).toEqual(['Ctrl+K', 'Ctrl+.', 'Ctrl+Enter', 'Alt+Shift+↑ ↓', 'Alt+Shift+← →', 'Ctrl+Z', 'Ctrl+Shift+Z'])
})
