import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { figure, isThere, load, notJudged, root, run, tempFolder, unpacked } from './helpers/judge.mjs'

// A real capstone milestone, which nobody of this project wrote, reviewed by mouse and keyboard in the app as it is delivered: saved, opened in a
// second data folder, saved again: equal. The files are attached when this runs; nothing of them is in the repository.

const corpus = resolve(root, process.env['REVIEW_ROOM_CORPUS'] || '../shared/corpus')
const capstone = join(corpus, 'capstone')
if (!existsSync(capstone))
  notJudged('Not judged: there is no corpus; REVIEW_ROOM_CORPUS names its folder (default ../shared/corpus).')

const materials = readdirSync(capstone)
  .filter((name) => !name.startsWith('rubric'))
  .sort()
  .map((name) => join(capstone, name))
const pictures = join(root, 'test-results', 'corpus')
rmSync(pictures, { recursive: true, force: true })
const folders = Object.fromEntries(['here', 'elsewhere', 'share', 'second'].map((name) => [name, join(tempFolder(), name)]))
for (const name of ['share', 'second']) mkdirSync(folders[name])

const { holdMeeting } = await load('tests/proof/helpers/corpus-meeting.ts')
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] || undefined,
  chromiumSandbox: process.getuid?.() !== 0,
})
try {
  const { saved, again, told, different, files } = await holdMeeting({ browser, materials, folders, pictures })
  assert.deepEqual(different, [])
  assert.ok(readFileSync(saved).equals(readFileSync(again)), 'the second bundle is not the same bytes')
  const { record } = told
  const sides = record.feedback.map(({ side }) => side)
  assert.equal(record.agenda.length, 6)
  assert.deepEqual(
    [sides.filter((side) => side === 'reviewer').length, sides.filter((side) => side === 'presenter').length],
    [5, 5],
  )
  assert.deepEqual(
    record.decisions.map(({ status }) => status),
    ['accepted'],
  )
  assert.equal(record.actions.length, 4)
  assert.ok(record.actions.every(({ ownerId, due }) => ownerId && due))
  assert.equal(record.materials.length, materials.length)
  for (const path of materials) {
    const stored = files.get(`data/materials/${path.split(/[\\/]/).at(-1)}`)
    assert.ok(stored?.equals(readFileSync(path)), `${path} is not in the bundle as it was brought`)
  }
  if (isThere('unzip')) await pictureOf(unpacked(saved))
  const { length: bytes } = readFileSync(saved)
  figure(
    `${materials.length} materials of ${materials.reduce((sum, path) => sum + statSync(path).size, 0)} bytes, 6 timed items, 10 feedback items, 4 actions`,
  )
  figure(`saved, opened elsewhere, saved again: ${files.size} files, ${bytes} bytes, 0 differences`)
  figure(`${readdirSync(pictures).length} pictures in test-results/corpus`)
} finally {
  await browser.close()
}

/** What somebody sees who has the bundle and no Review Room. */
async function pictureOf(bag) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  for (const name of ['index', 'minutes/minutes']) {
    await page.goto(pathToFileURL(join(bag, 'data', `${name}.html`)).href)
    await page.screenshot({ path: join(pictures, `bundle-${name.split('/')[0]}.png`), fullPage: true })
  }
  if (!isThere('pdftoppm')) return
  for (const name of ['minutes/minutes', 'summary/executive-summary'])
    run('pdftoppm', ['-png', '-r', '60', join(bag, 'data', `${name}.pdf`), join(pictures, `pdf-${name.split('/')[0]}`)])
}
