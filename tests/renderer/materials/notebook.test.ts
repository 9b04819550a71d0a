import { expect, test } from 'vitest'
import { parseNotebook, plain } from '../../../renderer/features/materials/notebook-file'
import { notebookSeed, pngSeed } from '../../helpers/material-seeds'

const read = (json: unknown) =>
  parseNotebook({ bytes: Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), isWhole: true, name: 'a.ipynb' })
const result = (data: object, output_type = 'display_data') =>
  read({ nbformat: 4, cells: [{ cell_type: 'code', source: 'x', outputs: [{ output_type, data }] }] }).cells[0]

test('[VIW6] cells, counts, text, pictures and errors are shown as they were saved', () => {
  const { cells } = parseNotebook({ bytes: notebookSeed(), isWhole: true, name: 'a.ipynb' })
  expect(cells[0]).toMatchObject({ kind: 'document', blocks: [{ kind: 'heading' }, { kind: 'paragraph' }] })
  expect(cells[1]).toEqual({
    kind: 'code',
    text: 'print(df.head())',
    count: 3,
    outputs: [
      { kind: 'text', text: 'a b\n1 2\n' },
      { kind: 'text', text: '4' },
      { kind: 'picture', type: 'image/png', data: pngSeed().toString('base64') },
      { kind: 'error', text: 'E: v' },
    ],
  })
})

test.each([
  ['text/html', '<script>alert(1)</script>'],
  ['image/svg+xml', '<svg onload="alert(1)"/>'],
  ['application/javascript', 'alert(1)'],
  ['application/vnd.plotly.v1+json', { a: 1 }],
])('[VIW6] a result as %s is left out by name', (type, data) => {
  expect(result({ [type]: data })).toMatchObject({ outputs: [{ kind: 'withheld', types: [type] }] })
  expect(JSON.stringify(result({ [type]: data }))).not.toContain('alert')
})

test('[VIW6] where there is text beside HTML, the text is shown', () => {
  expect(result({ 'text/html': '<b>1</b>', 'text/plain': ['1'] })).toMatchObject({ outputs: [{ kind: 'text', text: '1' }] })
  expect(result({ 'application/javascript': 'x', 'text/plain': '1' })).toMatchObject({
    outputs: [{ kind: 'text', text: '1' }, { kind: 'withheld' }],
  })
})

test('[VIW6] a picture that is no base64 is no picture', () => {
  expect(result({ 'image/png': '"><script>alert(1)</script>' })).toMatchObject({
    outputs: [{ kind: 'withheld', types: ['image/png'] }],
  })
})

test('[VIW6] text of a terminal is shown without colours, bells and what was written over', () => {
  expect(plain('\u001b[1;31mred\u001b[0m \u001b]8;;https://x\u0007link\u001b]8;;\u0007\u0007\n10 %\r50 %\r100 %\nend\r\n')).toBe(
    'red link\n100 %\nend\n',
  )
})

test.each([
  ['{"nbformat": 4, "cells": [', 'it is not whole JSON'],
  ['[]', 'it has no cells of a notebook'],
  ['{"nbformat": 3, "cells": []}', 'its format 3 is older than 4'],
])('[VIW1] %s is refused with a reason', (text, why) => {
  expect(() => read(text)).toThrow(why)
})

test('[VIW1] a cell that is broken costs that cell', () => {
  const { cells } = read({ nbformat: 4, cells: [5, { cell_type: 'code', source: {}, outputs: [{ output_type: 'no' }, null] }] })
  expect(cells).toMatchObject([
    { kind: 'raw', text: 'This cell could not be read.' },
    { kind: 'code', text: '', outputs: [{ kind: 'withheld' }, { kind: 'withheld' }] },
  ])
})

test('[VIW6] of a notebook whose cells together would hold up the page the first are shown, and how many there are', () => {
  const source = 'a *b* '.repeat(1_000)
  const { cells, cellCount } = read({
    nbformat: 4,
    cells: Array.from({ length: 300 }, () => ({ cell_type: 'markdown', source })),
  })
  expect(cellCount).toBe(300)
  expect(cells.length).toBeGreaterThan(5)
  expect(cells.length).toBeLessThan(20)
})
