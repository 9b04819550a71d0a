import { words } from './words'

// The least an editor can be: the browser's own.
const editor = document.createElement('div')
editor.contentEditable = 'true'
for (const text of words(Number(new URLSearchParams(location.search).get('paragraphs')))) {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  editor.append(paragraph)
}
document.body.append(editor)
editor.focus()
getSelection()?.selectAllChildren(editor)
getSelection()?.collapseToEnd()
