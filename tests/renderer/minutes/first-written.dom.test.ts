import { Editor, type JSONContent } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { StampFirstWritten } from '../../../renderer/features/minutes/first-written'
import { minutesExtensions } from '../../../shared/minutes/extensions'

function writer(doc: Y.Doc, name: string, clock: { now: number }): Editor {
  const editor = new Editor({
    extensions: [
      ...minutesExtensions({ urlOf: () => '' }),
      Collaboration.configure({ document: doc, field: 'general' }),
      StampFirstWritten.configure({ now: () => clock.now, by: () => name }),
    ],
  })
  onTestFinished(() => editor.destroy())
  return editor
}

function stamps(editor: Editor): unknown[] {
  const { content = [] } = editor.getJSON() as JSONContent
  return content.map(({ attrs }): unknown => attrs?.['at'] && [attrs['at'], attrs['by']])
}

test('[MIN1] each block keeps when it was first written and by whom, whoever edits it later and from wherever', () => {
  const clock = { now: 100 }
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  one.on('update', (update: Uint8Array) => Y.applyUpdate(other, update, 'remote'))
  other.on('update', (update: Uint8Array) => Y.applyUpdate(one, update, 'remote'))
  const ada = writer(one, 'Ada', clock)
  const bo = writer(other, 'Bo', clock)
  ada.commands.insertContent('first')
  expect(stamps(ada)).toEqual([[100, 'Ada']])
  clock.now = 200
  bo.commands.focus('end')
  bo.commands.insertContent(' and more')
  bo.commands.splitBlock()
  bo.commands.insertContent('second')
  expect(stamps(ada)).toEqual([
    [100, 'Ada'],
    [200, 'Bo'],
  ])
  expect(stamps(bo)).toEqual(stamps(ada))
})

test('[MIN1] the stamp of pasted text is its own', () => {
  const editor = writer(new Y.Doc(), 'Ada', { now: 300 })
  editor.commands.insertContent('<p at="5" by="Eve" data-at="5">pasted</p>')
  expect(stamps(editor).filter(Boolean)).toEqual([[300, 'Ada']])
})

test('[MIN1] many blocks at once get the same stamp as few, those that had one keep it, and the caret stays', () => {
  const clock = { now: 100 }
  const editor = writer(new Y.Doc(), 'Ada', clock)
  editor.commands.insertContent('first')
  clock.now = 200
  const many = Array.from({ length: 30 }, (_, at) => `<p>line ${at}</p>`).join('')
  editor.commands.insertContentAt(editor.state.doc.content.size, `${many}<ul><li><p>item</p></li></ul>`)
  editor.commands.setTextSelection(3)
  const text = editor.getText()
  expect(stamps(editor).slice(0, 32)).toEqual([[100, 'Ada'], ...Array.from({ length: 30 }, () => [200, 'Ada']), undefined])
  expect(editor.state.doc.child(31).firstChild?.firstChild?.attrs).toEqual({ at: 200, by: 'Ada' })
  expect([editor.getText(), editor.state.selection.from]).toEqual([text, 3])
})
