import { Editor } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import { Pasting } from '../../../renderer/features/minutes/pasting'
import { minutesExtensions } from '../../../shared/minutes/extensions'

function openEditor() {
  const told: string[] = []
  const editor = new Editor({
    extensions: [...minutesExtensions({ urlOf: () => '' }), Pasting.configure({ tell: (words) => told.push(words) })],
  })
  onTestFinished(() => editor.destroy())
  const paste = (html: string, plain: string) => {
    const types: Record<string, string> = { 'text/html': html, 'text/plain': plain }
    const clipboardData = { getData: (type: string) => types[type] ?? '', files: [], types: Object.keys(types) }
    editor.view.dom.dispatchEvent(Object.assign(new Event('paste', { cancelable: true }), { clipboardData }))
    return editor.state.doc.children.map((node) => [node.type.name, node.textContent])
  }
  return { told, editor, paste }
}

test('[MIN8] HTML over two million signs comes in as the plain text beside it, and that is told', () => {
  const { told, paste } = openEditor()
  const padding = `<!--${'x'.repeat(2_000_000)}-->`
  expect(paste(`<h2>Data</h2><p>one</p>${padding}`, 'Data & more\r\n<b>one</b>\n\ntwo')).toEqual([
    ['paragraph', 'Data & more'],
    ['paragraph', '<b>one</b>'],
    ['paragraph', 'two'],
  ])
  expect(told).toEqual(['That was too large to keep its structure: it is here as plain text.'])
})

test('[MIN8] without plain text beside it the words are taken out of the HTML, and nothing else', () => {
  const { told, paste } = openEditor()
  const hidden = '<style>p { color: red }</style><script>if (1 < 2) run("</p>")</script><title>so</title>'
  const many = '<b></b>'.repeat(10_001)
  expect(paste(`${hidden}<h2>Data</h2>\n<ul><li>one &amp; <i>more</i></li><li>two</li></ul>${many}`, '')).toEqual([
    ['paragraph', 'Data'],
    ['paragraph', 'one & more'],
    ['paragraph', 'two'],
  ])
  expect(told).toHaveLength(1)
})

test('[MIN8] what is not too large keeps its structure and nothing is told', () => {
  const { told, paste } = openEditor()
  expect(paste(`<h2>Data</h2><p>${'so '.repeat(60_000)}</p>`, 'Data')[0]).toEqual(['heading', 'Data'])
  expect(told).toEqual([])
})

test('[MIN8] more lines than the minutes take at once stand together, every word of them; code keeps its lines', () => {
  const { editor, paste } = openEditor()
  const lines = Array.from({ length: 50_000 }, (_, at) => `line ${at}`)
  const blocks = paste('', lines.join('\n'))
  expect(blocks.length).toBeLessThanOrEqual(2_000)
  expect(blocks.map(([, words]) => words).join(' ')).toBe(lines.join(' '))
  editor.commands.setContent('<pre><code>x</code></pre>')
  editor.commands.setTextSelection(1)
  expect(paste('', lines.join('\n')).slice(0, 1)).toEqual([['codeBlock', `${lines.join('\n')}x`]])
})

test('[MIN8] a text no meeting reads is not put in; what was selected stays, and where it belongs is told', () => {
  const { told, editor, paste } = openEditor()
  editor.commands.setContent('<p>before</p>')
  editor.commands.selectAll()
  expect(paste('', 'so '.repeat(400_000))).toEqual([['paragraph', 'before']])
  expect(paste(`<p>${'so '.repeat(700_000)}</p>`, '')).toEqual([['paragraph', 'before']])
  expect(told).toEqual([
    'That is too large for the minutes (1.2 million signs): nothing was put in. Add it as a material instead.',
    'That is too large for the minutes (2.1 million signs): nothing was put in. Add it as a material instead.',
  ])
})
