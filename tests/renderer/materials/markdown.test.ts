import { expect, test } from 'vitest'
import { markdownBlocks, parseMarkdown } from '../../../renderer/features/materials/markdown-file'
import { hostile } from '../../helpers/hostile-review'
import { markdownSeed } from '../../helpers/material-seeds'

const whole = (text: string) => parseMarkdown({ bytes: Buffer.from(text), isWhole: true, name: 'a.md' })

test('[VIW2] a document becomes headings, paragraphs, lists, tables, code, quotes and rules', () => {
  const blocks = markdownBlocks(markdownSeed().toString())
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['code', 'heading', 'paragraph', 'list', 'table', 'code', 'code', 'raw', 'paragraph', 'rule'],
  ])
  expect(blocks[2]).toEqual({
    kind: 'paragraph',
    content: [
      { kind: 'text', text: 'A ' },
      { kind: 'strong', content: [{ kind: 'text', text: 'forecast' }] },
      { kind: 'text', text: ' of ' },
      { kind: 'del', content: [{ kind: 'text', text: 'the' }] },
      { kind: 'text', text: ' ' },
      { kind: 'em', content: [{ kind: 'text', text: 'load' }] },
      { kind: 'text', text: ', ' },
      { kind: 'code', text: 'code' },
      { kind: 'text', text: ', ' },
      { kind: 'link', to: { kind: 'outside', url: 'https://example.org/' }, content: [{ kind: 'text', text: 'a link' }] },
      { kind: 'text', text: ' and ' },
      { kind: 'picture', of: { kind: 'file', name: 'plot.png', address: 'plot.png' }, alt: 'a plot' },
      { kind: 'text', text: '.' },
    ],
  })
  expect(blocks[3]).toMatchObject({ kind: 'list', start: null, items: [{ checked: true }, { checked: false }] })
  expect(blocks[4]).toMatchObject({ kind: 'table', align: [null, 'right'], rows: [[[{ text: '1' }], [{ text: '2' }]]] })
})

test('[VIW2] HTML is text, a comment is left out, and a line break is one', () => {
  expect(markdownBlocks('<script>alert(1)</script>')).toEqual([{ kind: 'raw', text: '<script>alert(1)</script>' }])
  expect(markdownBlocks('<!-- not to be read -->')).toEqual([])
  expect(markdownBlocks('a<br>b <b onclick="x">c</b>')).toEqual([
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'a' },
        { kind: 'break' },
        { kind: 'text', text: 'b ' },
        { kind: 'code', text: '<b onclick="x">' },
        { kind: 'text', text: 'c' },
        { kind: 'code', text: '</b>' },
      ],
    },
  ])
})

test('[VIW2] hostile texts lead out nowhere but to plain addresses', () => {
  const targets = JSON.stringify(markdownBlocks(hostile.join('\n\n'))).match(/"url":"[^"]*"/g) ?? []
  expect(targets.filter((target) => !/^"url":"https?:\/\//.test(target))).toEqual([])
})

test('[VIW2] what is nested without end is shown as it is written, and is no way to stop the program', () => {
  expect(JSON.stringify(markdownBlocks('> '.repeat(200) + 'end'))).toContain('end')
  expect(JSON.stringify(markdownBlocks(`${'['.repeat(500)}a${'](b)'.repeat(500)}`))).toContain('a')
})

test('[VIW3] of a long document the beginning is shown and said to be one', () => {
  expect(whole('a\n\n'.repeat(5_000))).toMatchObject({ isWhole: false })
  expect(whole('a\n\n'.repeat(5_000)).blocks).toHaveLength(4_000)
  expect(whole('a')).toMatchObject({ isWhole: true })
})

test('[VIW3] a block of very many parts is shown as it is written, and a text of very many ends early: the page could not show them in time', () => {
  for (const text of ['*a* '.repeat(20_000), '- a\n'.repeat(20_000), `| a |\n|---|\n${'| b |\n'.repeat(20_000)}`])
    expect(whole(text).blocks.map(({ kind }) => kind)).toEqual(['raw'])
  const many = whole('*a* b\n\n'.repeat(20_000))
  expect(many.isWhole).toBe(false)
})
