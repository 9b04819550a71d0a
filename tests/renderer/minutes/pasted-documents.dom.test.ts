import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Editor } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import { cleanedHtml } from '../../../renderer/features/minutes/pasted-html'
import { Pasting } from '../../../renderer/features/minutes/pasting'
import { minutesExtensions } from '../../../shared/minutes/extensions'
import { minutesMarkdown } from '../../../shared/minutes/render-markdown'

const folder = join(process.cwd(), 'tests', 'fixtures', 'paste')

/** What the minutes have after it was pasted, as Markdown. */
function pasted(html: string): string {
  const editor = new Editor({ extensions: [...minutesExtensions({ urlOf: () => '' }), Pasting] })
  onTestFinished(() => editor.destroy())
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
  const markdown = minutesMarkdown(editor.getJSON(), { lineText: () => null, urlOf: () => '' })
  return `${markdown.replace(/ +$/gm, '')}\n`
}

test.each(readdirSync(folder).filter((name) => name.endsWith('.html')))(
  '[MIN9] %s keeps its structure and nothing else',
  (name) => {
    const read = (file: string) => readFileSync(join(folder, file), 'utf8')
    expect(pasted(read(name))).toBe(read(name.replace('.html', '.md')))
  },
)

const item = (level: number, sign: string, words: string) =>
  `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign} </span>${words}</p>`

test('[MIN9] depths that leap, other signs at the same depth, and lists that begin deep are lists all the same', () => {
  expect(pasted(item(1, '·', 'a') + item(3, '·', 'b') + item(2, '·', 'c') + item(1, '·', 'd'))).toBe('- a\n\n  - b\n  - c\n- d\n')
  expect(pasted(item(1, '·', 'a') + item(1, '1)', 'b') + item(1, 'iv.', 'c') + item(1, 'o', 'd'))).toBe(
    '- a\n\n1. b\n2. c\n\n- d\n',
  )
  expect(pasted(item(2, '·', 'a') + item(1, '·', 'b') + item(2, '·', 'c'))).toBe('- a\n- b\n\n  - c\n')
})

test('[MIN9] lists nested without end lose no word', () => {
  const deep = cleanedHtml(`${'<ul>'.repeat(5_000)}<li aria-level="2">so it is</li>`)
  expect(deep.replace(/<[^>]*>/g, '')).toBe('so it is')
})
