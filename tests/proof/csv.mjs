import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { JSDOM } from 'jsdom'
import { bundle, figure, json, need, run, tempFolder, unpacked } from './helpers/judge.mjs'

// ARC6: LibreOffice Calc opens the tables of a review with hostile texts: no cell is a formula, and each holds what was written.

need('unzip')
need('soffice', 'libreoffice-calc')

/**
 * Tokens of LibreOffice's CSV filter: comma, double quote, UTF-8, from the first row on. Tempted: special numbers are detected and formulas evaluated.
 * Plain: cells stay the texts they are.
 */
const tempted = '44,34,76,1,,0,false,true,false,false,false,-1,true'
const plain = '44,34,76,1,,0,true,false'
/** What is put before a text that would be a formula. */
const guard = /^[=+\-@\t\r＝＋－＠]/

for (const name of ['hostile', 'heavy']) {
  const bag = unpacked(bundle(name))
  const { actions } = json(bag, 'data/action-plan/actions.json')
  const { feedback } = json(bag, 'data/feedback/feedback.json')
  judge(name, join(bag, 'data/action-plan/actions.csv'), actions, { Action: 'what', Owner: 'owner', Verifier: 'verifier' })
  judge(name, join(bag, 'data/feedback/feedback.csv'), feedback, {
    Feedback: 'text',
    Author: 'author',
    Location: 'location',
    'Requested change': 'requestedChange',
  })
}

/** `written` is what the JSON of the bundle says, `columns` which of its fields stand in which column. */
function judge(name, path, written, columns) {
  const [titles = [], ...rows] = cellsOf(path, plain)
  assert.equal(rows.length, written.length)
  let texts = 0
  for (const [at, row] of rows.entries())
    for (const [title, field] of Object.entries(columns)) {
      const text = written[at][field]
      assert.equal(row[titles.indexOf(title)] ?? '', guard.test(text) ? `'${text}` : text, `${title}, row ${at + 1}`)
      texts += 1
    }
  const guarded = cellsOf(path, tempted).flat()
  figure(`${basename(path)} of ${name}: ${rows.length} rows, ${texts} texts as written, no formula in ${guarded.length} cells`)
}

/** Rows of texts, as LibreOffice reads a table; fails when it sees a formula or a link. */
function cellsOf(path, filter) {
  const folder = tempFolder()
  const profile = `-env:UserInstallation=file://${tempFolder()}`
  run('soffice', [profile, '--headless', `--infilter=CSV:${filter}`, '--convert-to', 'fods', '--outdir', folder, path])
  const source = readFileSync(join(folder, basename(path).replace(/csv$/, 'fods')), 'utf8')
  const { document } = new JSDOM(source, { contentType: 'text/xml' }).window
  const cells = [...document.getElementsByTagName('table:table-cell')]
  assert.deepEqual(cells.filter((cell) => cell.hasAttribute('table:formula')).map(textOf), [], 'LibreOffice sees formulas')
  assert.equal(document.getElementsByTagName('text:a').length, 0, 'LibreOffice sees links')
  return [...document.getElementsByTagName('table:table-row')]
    .map((row) => [...row.children].flatMap((cell) => Array(repeats(cell)).fill(textOf(cell))))
    .filter((row) => row.some((text) => text !== ''))
}

/** Empty cells are told as one with a number; those behind the last column are many. */
function repeats(cell) {
  return Math.min(Number(cell.getAttribute('table:number-columns-repeated') ?? 1), 50)
}

/** OpenDocument writes runs of blanks, tabs and line ends as elements. */
function textOf(cell) {
  const words = (node) => {
    if (node.nodeType === 3) return node.data
    if (node.nodeName === 'text:s') return ' '.repeat(Number(node.getAttribute('text:c') ?? 1))
    if (node.nodeName === 'text:tab') return '\t'
    if (node.nodeName === 'text:line-break') return '\n'
    return [...node.childNodes].map(words).join('')
  }
  return [...cell.getElementsByTagName('text:p')].map(words).join('\n')
}
