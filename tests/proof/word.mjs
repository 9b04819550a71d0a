import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, figure, json, need, notJudged, root, run, tempFolder, unpacked } from './helpers/judge.mjs'

// RND3: LibreOffice Writer opens the DOCX and makes pages of it, on which stands what the record says.

need('unzip')
need('soffice', 'libreoffice-writer')
need('pdftotext', 'poppler-utils')
const shots = join(root, 'test-results', 'word')
mkdirSync(shots, { recursive: true })

for (const name of ['sample', 'held', 'heavy', 'hostile', 'empty']) {
  const bag = unpacked(bundle(name))
  const folder = tempFolder()
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const told = run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(bag, 'data/minutes/minutes.docx'),
  ])
  const pdf = join(folder, 'minutes.pdf')
  if (!existsSync(pdf) && name === 'sample')
    notJudged(
      `Not judged: this LibreOffice has no Writer (Debian: apt-get install libreoffice-writer). ${told.trim().split('\n').at(-1)}`,
    )
  const words = squeezed(run('pdftotext', [pdf, '-']))
  const { record, title } = json(bag, 'data/record/review.json')
  const texts = [title, ...record.actions.map(({ what }) => what), ...record.people.map((person) => person.name)]
  const lost = texts.filter((text) => !wordsOf(text).every((word) => words.includes(squeezed(word))))
  assert.deepEqual(lost, [], `${name}: texts that are not on the pages`)
  const pages = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [pdf]))?.[1])
  run('pdftoppm', ['-r', '60', '-png', pdf, join(shots, name)])
  figure(`${name}: ${pages} pages by LibreOffice, ${texts.length} texts found; pictures in ${shots.slice(root.length)}`)
}

/** Arabic is drawn by whatever face this machine has, and few of them can be read out of a PDF again. */
function wordsOf(text) {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/\p{Script=Arabic}/u.test(word))
}

function squeezed(text) {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, '')
}
