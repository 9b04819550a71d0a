import { Editor } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import { insertLink } from '../../../renderer/features/minutes/insert-link'
import { minutesExtensions } from '../../../shared/minutes/extensions'

function openText(html: string): Editor {
  const editor = new Editor({ extensions: minutesExtensions({ urlOf: () => '' }), content: html })
  onTestFinished(() => editor.destroy())
  return editor
}

const linksIn = (editor: Editor): string[] =>
  [...new DOMParser().parseFromString(editor.getHTML(), 'text/html').querySelectorAll('a')].map(
    (link) => `${link.textContent} -> ${link.getAttribute('href')}`,
  )

test('[MIN2] what is selected becomes the link, and an address alone stands as its own words', () => {
  const editor = openText('<p>the data set</p>')
  editor.commands.setTextSelection({ from: 5, to: 9 })
  expect(insertLink(editor, 'https://data.example/set')).toBeNull()
  expect(linksIn(editor)).toEqual(['data -> https://data.example/set'])
  editor.commands.setTextSelection(editor.state.doc.content.size)
  expect(insertLink(editor, 'mailto:desk@data.example')).toBeNull()
  expect(linksIn(editor)).toContain('mailto:desk@data.example -> mailto:desk@data.example')
})

test.each(['javascript:alert(1)', 'file:///etc/passwd', '//host/share', '\\\\host\\share', 'data.example'])(
  '[MIN2] %s is refused in words, and the text stays as it is',
  (address) => {
    const editor = openText('<p>the data set</p>')
    const before = editor.getHTML()
    expect(insertLink(editor, address)).toMatch(/https/)
    expect(editor.getHTML()).toBe(before)
  },
)
