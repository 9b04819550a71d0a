import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, figure, isThere, json, need, run, unpacked } from './helpers/judge.mjs'

// RND1, RND2, RND6: qpdf and poppler look at the PDFs of a bundle: sound, tagged, outlined, dated by the record, every face embedded, every text to be found.

need('unzip')
need('pdfinfo', 'poppler-utils')
const isQpdfThere = isThere('qpdf')

for (const name of ['sample', 'held', 'heavy', 'hostile', 'empty']) judge(name)
if (!isQpdfThere) figure('the form of the files was not judged: qpdf is not on this machine')

function judge(name) {
  const bag = unpacked(bundle(name))
  const minutes = join(bag, 'data/minutes/minutes.pdf')
  const summary = join(bag, 'data/summary/executive-summary.pdf')
  const pages = [minutes, summary].map((path) => judgeFile(path))
  if (name !== 'hostile') assert.equal(pages[1], 1, 'the executive summary is one page')
  const words = squeezed(run('pdftotext', ['-layout', minutes, '-']))
  const { record, minutes: written } = json(bag, 'data/record/review.json')
  const texts = [
    ...record.people.map((person) => person.name),
    ...record.actions.map(({ what }) => what),
    ...record.agenda.map(({ title }) => title),
    ...written.flatMap(({ content }) => textsOf(content)),
  ]
  const found = texts.filter((text) => isIn(words, text))
  // Texts that are broken in the middle of a column's line are interleaved with its neighbours.
  const whole = squeezed(run('pdftotext', [minutes, '-']))
  const lost = texts.filter((text) => !isIn(words, text) && !isIn(whole, text))
  assert.deepEqual(lost, [], `${name}: texts that are not in the minutes`)
  const last = run('pdftotext', ['-f', String(pages[0]), '-layout', minutes, '-'])
  assert.match(squeezed(last), /[0-9a-f]{128}/, 'the last page ends with the head of the chain')
  figure(
    `${name}: minutes of ${pages[0]} pages, ${readFileSync(minutes).length} bytes; ${texts.length} texts found (${found.length} in one line)`,
  )
}

/** Answers how many pages it has. */
function judgeFile(path) {
  if (isQpdfThere) run('qpdf', ['--check', path])
  const info = run('pdfinfo', ['-isodates', path])
  for (const line of [/^Tagged: +yes$/m, /^JavaScript: +no$/m, /^Encrypted: +no$/m, /^Form: +none$/m, /^Title: +\S/m])
    assert.match(info, line)
  assert.match(info, /^CreationDate: +2026-11-24T/m)
  const fonts = run('pdffonts', [path]).trim().split('\n').slice(2)
  assert.ok(fonts.length > 0)
  for (const font of fonts) assert.match(font, /^[A-Z]{6}\+(Room|Aroom)\S+ .* yes yes yes +\d+ +0$/)
  assert.match(run('pdfinfo', ['-struct', path]), /^Document/m)
  return Number(/^Pages: +(\d+)$/m.exec(info)?.[1])
}

/** Texts as one, without blanks and line ends, and without the marks of direction that poppler puts in. */
function squeezed(text) {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, '')
}

function isIn(words, text) {
  const wanted = squeezed(text.replace(/[\u0000-\u001f]/g, ' '))
  // Poppler orders what is read from the right line by line, with its stop elsewhere.
  const parts = /\p{Script=Arabic}/u.test(wanted) ? text.match(/\p{Script=Arabic}+/gu) : [wanted]
  return parts.every((part) => words.includes(squeezed(part)))
}

/** Texts of the paragraphs of minutes, from the ProseMirror JSON. */
function textsOf(node) {
  if (node.type === 'paragraph') return (node.content ?? []).flatMap(({ text }) => text ?? [])
  return (node.content ?? []).flatMap(textsOf)
}
