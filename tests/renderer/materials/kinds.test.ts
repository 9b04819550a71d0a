import { expect, test } from 'vitest'
import { isNeverShown, kindByName, kindByServedType } from '../../../renderer/features/materials/kinds'
import { parseText } from '../../../renderer/features/materials/text-file'

test('a material is shown by the ending of its name, else as what it is served as', () => {
  const names = ['A.MD', 'a.csv', 'a.tsv', 'a.ipynb', 'a.b.jpeg', 'a.pdf', 'a.py', 'Dockerfile', 'a.docx', 'slides', '.pdf']
  expect(names.map(kindByName)).toEqual(
    // No ending that is known: the bytes decide.
    ['markdown', 'table', 'table', 'notebook', 'image', 'pdf', 'text', 'text', null, null, 'pdf'],
  )
  const types = ['application/pdf', 'image/webp', 'text/plain; charset=utf-8', 'application/octet-stream', '']
  expect(types.map(kindByServedType)).toEqual(['pdf', 'image', 'text', null, null])
})

test('[VIW8] SVG, RTF and PostScript are not shown, whatever their bytes look like', () => {
  for (const name of ['a.svg', 'A.SVG', 'a.svgz', 'a.rtf', 'a.ps', 'a.eps'])
    expect([isNeverShown(name), kindByName(name)]).toEqual([true, null])
})

test('[VIW3] a long text is cut into pieces that together are the text', () => {
  const lines = Array.from({ length: 1_001 }, (_, at) => `line ${at} ä😀`).join('\n')
  const { parts } = parseText({ bytes: Buffer.from(lines), isWhole: true, name: 'a.txt' })
  expect(parts.length).toBeGreaterThan(4)
  expect(parts.join('\n')).toBe(lines)
  const oneLine = '😀a'.repeat(30_000)
  const cut = parseText({ bytes: Buffer.from(oneLine), isWhole: true, name: 'a.txt' }).parts
  expect(cut.length).toBeGreaterThan(2)
  expect(cut.join('')).toBe(oneLine)
  for (const part of cut) expect(Buffer.from(part).toString()).toBe(part)
})

test('[VIW3] a text cut in the middle of a character is still UTF-8', () => {
  const bytes = Buffer.from('Zähler ä').subarray(0, -1)
  expect(parseText({ bytes, isWhole: false, name: 'a.txt' })).toEqual({ parts: ['Zähler '], encoding: 'UTF-8', isWhole: false })
})
