import { expect, test } from 'vitest'
import { decodeEntities, targetOf } from '../../../renderer/features/materials/addresses'
import { markdownBlocks } from '../../../renderer/features/materials/markdown-file'

test.each([
  ['https://example.org/a?b=1&amp;c=2#d', 'https://example.org/a?b=1&c=2#d'],
  ['HTTP://example.org/', 'HTTP://example.org/'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['&#104;ttps://example.org/', 'https://example.org/'],
])('[VIW5] %s leads out of the program', (address, url) => {
  expect(targetOf(address)).toEqual({ kind: 'outside', url })
})

test.each([
  ['model_card.md', 'model_card.md'],
  ['../docs/Model%20card.md#limits', 'Model card.md'],
  ['./figures/a.png?raw=true', 'a.png'],
  ['100%.csv', '100%.csv'],
])('[VIW5] %s is the file %s', (address, name) => {
  expect(targetOf(address)).toMatchObject({ kind: 'file', name })
})

/** Addresses that must lead nowhere, in every way in which they can be written. */
const nowhere = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript&#58;alert(1)',
  'javascript&colon;alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>1</script>',
  'data:image/svg+xml,<svg onload=1>',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'file://server/share',
  'FILE:\\\\server\\share',
  '//example.org/a',
  '&#47;&#47;example.org/a',
  '/&sol;example.org/a',
  '/\\example.org/a',
  '\\\\server\\share\\a.exe',
  '&#92;&#92;server&#92;share',
  '&bsol;&bsol;server&bsol;share',
  '/etc/passwd',
  '/materials/00',
  'https:example.org',
  'https:\\\\example.org',
  'https:/example.org',
  'https://exa\nmple.org',
  'ftp://example.org',
  'smb://server/share',
  'ws://example.org',
  'tel:112',
  'ms-msdt:/id',
  'search-ms:query=1',
  'vscode://file/a',
  'app://review-room/',
  'chrome://settings',
  'about:blank',
  'view-source:https://example.org',
  'x:y',
  '#heading',
  '?query',
  '',
  `https://example.org/${'a'.repeat(3000)}`,
]

test.each(nowhere)('[VIW5] %j leads nowhere', (address) => {
  expect(targetOf(address).kind).toBe('none')
})

// Broken over two lines, the first is an address of its own, and an honest one.
test.each(nowhere.filter((address) => !address.includes('exa\n')))('[VIW5] a Markdown text makes no way out of %j', (address) => {
  const text = [`[a](<${address}>)`, `[a](${address})`, `![a](<${address}>)`, `[b]\n\n[b]: <${address}>`, `<${address}>`].join(
    '\n\n',
  )
  const found = JSON.stringify(markdownBlocks(text))
  expect(found).not.toContain('"outside"')
})

test('character references are read once, and one that is not known stays', () => {
  expect(decodeEntities('&amp;lt; &#x1F600; &unknown; &constructor; &#0; &#xD800; 5 & 6;')).toBe(
    '&lt; 😀 &unknown; &constructor; \ufffd \ufffd 5 & 6;',
  )
})
