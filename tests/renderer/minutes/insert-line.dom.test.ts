import { Editor, type JSONContent } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, onTestFinished, test } from 'vitest'
import { insertLine, wordsAtCaret } from '../../../renderer/features/minutes/insert-line'
import { createTextHistories } from '../../../renderer/features/minutes/undo-managers'
import { minutesExtensions } from '../../../shared/minutes/extensions'
import { minutesFragment, minutesJson } from '../../../shared/minutes/fragments'
import { openSession } from '../helpers/open-session'

async function openText(content: JSONContent[]) {
  const session = await openSession()
  const refusals: string[] = []
  const histories = createTextHistories(session, (why) => refusals.push(why))
  const fragment = minutesFragment(session.docs.minutes, null)
  const editor = new Editor({
    extensions: [
      ...minutesExtensions({ urlOf: () => '' }),
      Collaboration.configure({ fragment, yUndoOptions: { undoManager: histories.of(fragment) } }),
    ],
  })
  onTestFinished(() => editor.destroy())
  editor.commands.setContent({ type: 'doc', content })
  const manager = histories.of(fragment)
  manager.stopCapturing()
  const caretIn = (words: string) => {
    editor.state.doc.descendants((node, at) => {
      if (node.isText && node.text?.includes(words)) editor.commands.setTextSelection(at + 1)
    })
  }
  const add = (text: string, isReplacing: boolean) =>
    insertLine(session, histories, editor, fragment, { kind: 'action', text, itemId: null, isReplacing })
  return {
    session,
    refusals,
    manager,
    caretIn,
    add,
    words: () => wordsAtCaret(editor),
    kinds: () => (minutesJson(fragment).content ?? []).map(({ type }) => type),
    actions: () => Object.values(session.store.getState().record.actions).map(({ what }) => what),
    text: () => editor.getText(),
  }
}

const paragraph = (text: string, marks: JSONContent['marks'] = []): JSONContent => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
})

test('[MIN5] a paragraph becomes an action in its place: one commit, one step of the text, undone and redone with its record', async () => {
  const { session, manager, caretIn, add, words, kinds, actions } = await openText([
    paragraph('before'),
    paragraph('Measure again'),
  ])
  caretIn('Measure')
  expect(words()).toEqual({ text: 'Measure again', isWhole: true })
  expect(add('Measure again', true)).toBeNull()
  expect(kinds()).toEqual(['paragraph', 'recordLine', 'paragraph'])
  expect(actions()).toEqual(['Measure again'])
  await session.settle()
  expect((await session.log()).map(({ entry }) => entry.verb)).toEqual(['createReview', 'addAction'])

  manager.undo()
  expect(kinds()).toEqual(['paragraph', 'paragraph'])
  expect(actions()).toEqual([])
  manager.redo()
  expect(kinds()).toEqual(['paragraph', 'recordLine', 'paragraph'])
  expect(actions()).toEqual(['Measure again'])
  manager.undo()
  manager.redo()
  expect(actions()).toEqual(['Measure again'])
})

test('[MIN5] words asked for stand after the text at the caret, which stays as it is', async () => {
  const { caretIn, add, kinds, text } = await openText([paragraph('What was said'), paragraph('and after')])
  caretIn('What')
  expect(add('Measure again', false)).toBeNull()
  expect(kinds()).toEqual(['paragraph', 'recordLine', 'paragraph', 'paragraph'])
  expect(text()).toContain('What was said')
})

test.each([
  ['a list', { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Words')] }] }, 'bulletList'],
  ['a quotation', { type: 'blockquote', content: [paragraph('Words')] }, 'blockquote'],
  ['a link', paragraph('Words', [{ type: 'link', attrs: { href: 'https://example.org' } }]), 'paragraph'],
])('[MIN5] %s is not given up for a line', async (_name, block, kind) => {
  const { caretIn, add, words, kinds, text } = await openText([block])
  caretIn('Words')
  expect(words()).toEqual({ text: 'Words', isWhole: false })
  expect(add('Words', false)).toBeNull()
  expect(kinds().slice(0, 2)).toEqual([kind, 'recordLine'])
  expect(text()).toContain('Words')
})

test('[MIN5] a refused line changes neither text nor record', async () => {
  const { add, kinds, actions } = await openText([paragraph('text')])
  expect(add('  ', false)).not.toBeNull()
  expect(kinds()).toEqual(['paragraph'])
  expect(actions()).toEqual([])
})

test('[MIN5] when the record has changed since, undo leaves line and record as they are, and says why', async () => {
  const { session, refusals, manager, caretIn, add, kinds, actions } = await openText([paragraph('Measure again')])
  caretIn('Measure')
  expect(add('Measure again', true)).toBeNull()
  const [actionId = ''] = Object.keys(session.store.getState().record.actions)
  session.act('editAction', { actionId, what: 'Measure twice' })
  manager.undo()
  await Promise.resolve()
  expect(kinds()).toEqual(['recordLine', 'paragraph'])
  expect(actions()).toEqual(['Measure twice'])
  expect(refusals).toHaveLength(1)
  session.act('editAction', { actionId, what: 'Measure again' })
  manager.undo()
  await Promise.resolve()
  expect(kinds()).toEqual(['paragraph'])
  expect(actions()).toEqual([])
})
