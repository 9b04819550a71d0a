import type { JSONContent } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isSafeLink } from '../../../shared/minutes/links'
import { isEditable, MINUTES_SCHEMA_VERSION, minutesFragment, minutesJson } from '../../../shared/minutes/fragments'
import { minutesHtml } from '../../../shared/minutes/render-html'
import { minutesMarkdown } from '../../../shared/minutes/render-markdown'
import { fullReview } from '../../helpers/full-review'

test.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:ada@example.org'])('[MIN2] %s is a link', (url) => {
  expect(isSafeLink(url)).toBe(true)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//host/share',
  '\\\\host\\share',
  'vbscript:x',
  'smb://host',
  '&#106;avascript:alert(1)',
  'https:// x',
  '',
])('[MIN2] %j is none', (url) => {
  expect(isSafeLink(url)).toBe(false)
})

function withNode(name: string, attributes: Record<string, string> = {}) {
  const minutes = new Y.Doc()
  const fragment = minutesFragment(minutes, null)
  const node = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.insert(0, [new Y.XmlText('words')])
  fragment.insert(0, [node])
  return { minutes, fragment }
}

test('[MIN3] an editor is bound to what this program knows, and to nothing newer or foreign', () => {
  const known = withNode('paragraph')
  expect(isEditable(known.minutes, known.fragment)).toBe(true)
  const foreign = withNode('hologram')
  expect(isEditable(foreign.minutes, foreign.fragment)).toBe(false)
  const nested = withNode('blockquote')
  nested.fragment.insert(1, [new Y.XmlElement('blockquote')])
  const inner = new Y.XmlElement('hologram')
  ;(nested.fragment.get(1) as Y.XmlElement).insert(0, [inner])
  expect(isEditable(nested.minutes, nested.fragment)).toBe(false)
  const marked = withNode('paragraph')
  const text = new Y.XmlText()
  ;(marked.fragment.get(0) as Y.XmlElement).insert(0, [text])
  text.insert(0, 'glowing', { glow: {} })
  expect(isEditable(marked.minutes, marked.fragment)).toBe(false)
  known.minutes.getMap('meta').set('schemaVersion', MINUTES_SCHEMA_VERSION + 1)
  expect(isEditable(known.minutes, known.fragment)).toBe(false)
})

test('[MIN3] reading, rendering and saving what is not known changes no byte of it', () => {
  const { minutes, fragment } = withNode('hologram', { depth: '3' })
  const before = Y.encodeStateAsUpdate(minutes)
  const references = { lineText: () => null, urlOf: () => '' }
  expect(minutesHtml(minutesJson(fragment), references)).toContain('words')
  expect(minutesMarkdown(minutesJson(fragment), references)).toContain('words')
  expect(isEditable(minutes, fragment)).toBe(false)
  expect(Y.encodeStateAsUpdate(minutes)).toEqual(before)
})

test('[MIN4] the same minutes as HTML and as Markdown, with record lines in the words of the record', () => {
  const { review, ids } = fullReview()
  const json = minutesJson(minutesFragment(review.docs.minutes, ids.item))
  const references = {
    lineText: (_kind: string, id: string) => review.state().record.actions[id]?.what ?? null,
    urlOf: (id: string) => `../materials/${id}`,
  }
  const page = minutesHtml(json, references)
  expect(page).toContain('<h2>Agreed</h2>')
  expect(page).toContain('<b>action</b> Measure the north again')
  expect(page).toContain('<img src="../materials/')
  expect(minutesHtml(json, { ...references, lineText: () => null })).toContain('removed action')
  const text = minutesMarkdown(json, references)
  expect(text).toContain('### Agreed')
  expect(text).toContain('**action** Measure the north again')
})

const link: JSONContent = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }

test.each<[written: JSONContent[], markdown: string]>([
  [[{ type: 'text', text: '---' }], '\\---'],
  [[{ type: 'text', text: '## no heading' }], '\\## no heading'],
  [[{ type: 'text', text: '    no code' }], 'no code'],
  [[{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: '===' }], 'a\\\n\\==='],
  [[{ type: 'text', text: 'a' }, { type: 'hardBreak' }], 'a'],
  [
    [
      { type: 'text', text: 'Note: ', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'b' },
    ],
    '**Note:** b',
  ],
  [[{ type: 'text', text: 'See!' }, link], 'See\\![here](<https://example.org/>)'],
])('[MIN4] %j stays a paragraph that reads as it was written', (content, markdown) => {
  const json = { type: 'doc', content: [{ type: 'paragraph', content }] }
  expect(minutesMarkdown(json, { lineText: () => null, urlOf: () => '' })).toBe(markdown)
})

test('[MIN4] a bar in a cell does not begin another', () => {
  const row = (...cells: JSONContent[]): JSONContent => ({
    type: 'tableRow',
    content: cells.map((text) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [text] }] })),
  })
  const code = { type: 'text', text: 'c|d', marks: [{ type: 'code' }] }
  const json = { type: 'doc', content: [{ type: 'table', content: [row({ type: 'text', text: 'a|b' }, code)] }] }
  expect(minutesMarkdown(json, { lineText: () => null, urlOf: () => '' })).toBe('| a\\|b | `c\\|d` |\n| --- | --- |')
})
