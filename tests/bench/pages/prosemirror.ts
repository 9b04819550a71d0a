import { baseKeymap } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { Schema } from '@tiptap/pm/model'
import { EditorState, Selection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { words } from './words'

// ProseMirror on a Yjs document, and nothing else: the smallest schema, no node views, nobody listening.
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
    text: {},
  },
})
const fragment = new Y.Doc().getXmlFragment('minutes')
fragment.push(
  words(Number(new URLSearchParams(location.search).get('paragraphs'))).map((text) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    return paragraph
  }),
)
const { doc, mapping } = initProseMirrorDoc(fragment, schema)
const state = EditorState.create({ doc, plugins: [ySyncPlugin(fragment, { mapping }), yUndoPlugin(), keymap(baseKeymap)] })
const place = document.createElement('div')
// What ProseMirror's own style sheet asks for.
place.style.cssText = 'white-space: break-spaces; overflow-wrap: break-word'
document.body.append(place)
const view = new EditorView(place, { state })
view.focus()
view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
