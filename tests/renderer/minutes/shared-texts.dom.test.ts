import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { SharedTexts } from '../../../renderer/features/minutes/shared-texts'
import { minutesExtensions } from '../../../shared/minutes/extensions'

function writer(doc: Y.Doc): Editor {
  const fragment = doc.getXmlFragment('general')
  const editor = new Editor({
    extensions: [
      ...minutesExtensions({ urlOf: () => '' }),
      Collaboration.configure({ fragment }),
      SharedTexts.configure({ fragment }),
    ],
  })
  onTestFinished(() => editor.destroy())
  return editor
}

/** What each document has, to the other, as windows do that read what the other stored. */
function exchange(one: Y.Doc, other: Y.Doc): void {
  const [left, right] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(one, right, 'stored')
  Y.applyUpdate(other, left, 'stored')
}

test.each(['paragraph', 'bullet list'])(
  '[MIN6] two begin to write in the same empty block (%s) and go on: every sign stays',
  (kind) => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    // The text of the lower number comes first, and would take the other's in.
    one.clientID = 1
    other.clientID = 2
    const [ada, bo] = [writer(one), writer(other)]
    if (kind === 'bullet list') ada.commands.toggleBulletList()
    else {
      ada.commands.insertContent('before')
      ada.commands.splitBlock()
    }
    exchange(one, other)
    const end = ada.state.selection.from
    const [fromAda, fromBo] = [() => Y.encodeStateAsUpdate(one), () => Y.encodeStateAsUpdate(other)]
    const written: string[] = []
    const write = (editor: Editor, word: string): void => {
      editor.commands.insertContentAt(end, word)
      written.push(word)
    }
    write(ada, 'a0')
    write(bo, 'b0')
    // One hears of the other and goes on, the other goes on without having heard.
    Y.applyUpdate(one, fromBo(), 'stored')
    write(ada, 'a1')
    write(bo, 'b1')
    Y.applyUpdate(other, fromAda(), 'stored')
    write(bo, 'b2')
    write(ada, 'a2')
    exchange(one, other)
    expect(ada.getText()).toBe(bo.getText())
    expect(written.filter((word) => !ada.getText().includes(word))).toEqual([])
  },
)

test('[MIN6] an empty block of a window that only reads is left as it is', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  writer(one)
  const block = new Y.XmlElement('paragraph')
  other.getXmlFragment('general').insert(0, [block])
  exchange(one, other)
  expect(block.length).toBe(0)
})
