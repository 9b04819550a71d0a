import { expect, test } from 'vitest'
import { parseTable } from '../../../renderer/features/materials/table-file'

const table = (text: string | Buffer, name = 'a.csv', isWhole = true) => parseTable({ bytes: Buffer.from(text), name, isWhole })

test.each([
  ['commas', 'a,b\n1,"x, ""y"""\n', 'a.csv'],
  ['semicolons', 'a;b\r\n1;"x, ""y"""\r\n', 'a.csv'],
  ['tabs', 'a\tb\n1\tx, "y"\n', 'a.csv'],
  ['tabs by its name', 'a\tb\n1\t"x, ""y"""\n', 'a.tsv'],
  ['a mark of UTF-8', '\ufeffa,b\n1,"x, ""y"""\n', 'a.csv'],
])('[VIW4] a table with %s is read as its cells', (_, text, name) => {
  expect(table(text, name)).toMatchObject({ header: ['a', 'b'], rows: [['1', 'x, "y"']], rowCount: 1, columnCount: 2 })
})

test('[VIW3] [VIW4] UTF-16, with and without its mark, and Windows-1252 are found', () => {
  const text = 'name;Zähler\nä;1\n'
  expect(table(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ header: ['name', 'Zähler'], encoding: 'UTF-16LE' })
  expect(table(Buffer.from(text, 'utf16le'))).toMatchObject({ rows: [['ä', '1']], encoding: 'UTF-16LE' })
  expect(table(Buffer.from(text, 'utf16le').swap16())).toMatchObject({ rows: [['ä', '1']], encoding: 'UTF-16BE' })
  expect(table(Buffer.from(text, 'latin1'))).toMatchObject({ rows: [['ä', '1']], encoding: 'Windows-1252' })
})

test('[VIW4] formulas and markup are the texts they are', () => {
  const cells = ['=1+1', '@SUM(1)', '<b onclick=x>', "=HYPERLINK('http://x')", 'javascript:alert(1)']
  expect(table(`${cells.join('|')}\n${cells.join('|')}\n`)).toMatchObject({ header: cells, rows: [cells] })
})

test('[VIW4] of a large table a thousand rows are shown, of a wide one a hundred columns, and both are counted', () => {
  const long = table(`a,b\n${'1,2\n'.repeat(5_000)}`)
  expect([long.rows.length, long.rowCount, long.columnCount]).toEqual([1_000, 5_000, 2])
  const wide = table(`${'1,'.repeat(499)}1\n`.repeat(1_001))
  expect([wide.rows.length, wide.header.length, wide.rowCount, wide.columnCount]).toEqual([200, 100, 1_000, 500])
  expect(table(`a\n${'x'.repeat(2_000)}`).rows[0]?.[0]).toHaveLength(502)
})

test('[VIW4] of the beginning of a file the last row is left out, because it may be half a row', () => {
  expect(table('a,b\n1,2\n3,', 'a.csv', false)).toMatchObject({ rows: [['1', '2']], isWhole: false })
})

test('[VIW4] columns of numbers are told apart', () => {
  expect(table('t,n,m\na,-1.5,\nb,2e3,x\n').numeric).toEqual([false, true, false])
})

test('[VIW1] a file without a row, and one that is no text, are refused with a reason', () => {
  expect(() => table('')).toThrow('it has no rows')
  expect(() => table(Buffer.from(Array.from({ length: 400 }, (_, at) => at % 7)))).toThrow('its bytes are not text')
})
