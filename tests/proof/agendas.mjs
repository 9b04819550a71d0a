import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { figure, load, notJudged, root } from './helpers/judge.mjs'

// Agendas of real meetings, which nobody of this project wrote, imported: all of them for how many items come out and whether presenters and
// minutes are found where they stand, and twenty drawn by a fixed seed against what a person expected after reading them.

const corpus = resolve(root, process.env['REVIEW_ROOM_CORPUS'] || '../shared/corpus', 'minutes')
if (!existsSync(corpus))
  notJudged('Not judged: there is no corpus; REVIEW_ROOM_CORPUS names its folder (default ../shared/corpus).')

const { importAgenda } = await load('shared/agenda/import/import-agenda.ts')
const folder = join(corpus, 'graphql-wg')
const files = readdirSync(folder)
  .filter((name) => name.startsWith('agendas__'))
  .sort()

/** Items that a person wants of each drawn agenda, counted in the text; titles were read one by one. */
const expected = {
  'agendas__2018__2018-03-22.md': 12,
  'agendas__2018__2018-05-24.md': 10,
  'agendas__2018__2018-06-14.md': 12,
  'agendas__2020__2020-01-09.md': 8,
  'agendas__2020__2020-04-02.md': 8,
  'agendas__2021__2021-01-07.md': 12,
  'agendas__2021__2021-05-13.md': 13,
  'agendas__2021__2021-10-07.md': 11,
  'agendas__2022__2022-02-03.md': 8,
  'agendas__2023__03-Mar__08-wg-secondary-apac.md': 6,
  'agendas__2023__05-May__04-wg-primary.md': 7,
  'agendas__2023__09-Sep__21-wg-secondary-eu.md': 6,
  'agendas__2023__11-Nov__08-wg-secondary-apac.md': 6,
  'agendas__2023__12-Dec__07-wg-primary.md': 10,
  'agendas__2024__02-Feb__07-wg-secondary-apac.md': 5,
  'agendas__2025__06-Jun__05-wg-primary.md': 22,
  'agendas__2025__11-Nov__06-wg-primary.md': 13,
  'agendas__2025__12-Dec__18-wg-secondary-eu.md': 7,
  'agendas__2026__08-Aug__20-wg-secondary-eu.md': 6,
  'agendas__2026__11-Nov__19-wg-secondary-eu.md': 6,
}

const sums = { enough: 0, items: 0, minutes: 0, minutesFound: 0, presenters: 0, presentersFound: 0 }
const missed = []
const imported = new Map()
for (const name of files) {
  const text = readFileSync(join(folder, name), 'utf8')
  const { items } = importAgenda(text)
  imported.set(name, items)
  sums.items += items.length
  if (items.length >= 3) sums.enough++
  else missed.push(`${name}: ${items.length} items`)
  for (const { line, hasPresenter, words } of told(text)) {
    const item = items.find((each) => each.line === line)
    sums.minutes++
    if (item && item.plannedMs !== null) sums.minutesFound++
    else missed.push(`${name}:${line} minutes: ${words}`)
    if (!hasPresenter) continue
    sums.presenters++
    if (item && item.presenter !== '') sums.presentersFound++
    else missed.push(`${name}:${line} presenter: ${words}`)
  }
}

const drawn = draw(files, 20)
console.log(`${'agenda'.padEnd(46)}found  expected  verdict`)
let right = 0
for (const name of drawn) {
  const found = imported.get(name)?.length ?? 0
  const verdict = found === expected[name] ? 'as read' : 'differs'
  if (verdict === 'as read') right++
  console.log(`${name.padEnd(46)}${String(found).padStart(5)}  ${String(expected[name]).padStart(8)}  ${verdict}`)
}
for (const line of missed.slice(0, 20)) console.log(line)
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`
figure(`${share(sums.enough, files.length)} agendas give three items or more; ${sums.items} items in all`)
figure(
  `minutes found: ${share(sums.minutesFound, sums.minutes)}; presenters found: ${share(sums.presentersFound, sums.presenters)}`,
)
figure(`of ${drawn.length} drawn, ${right} give the items a person wants`)
assert.ok(sums.enough >= files.length * 0.8)
assert.ok(sums.minutesFound >= sums.minutes * 0.9 && sums.presentersFound >= sums.presenters * 0.9)
assert.ok(right >= drawn.length * 0.8)

/** Lines of the agenda's own part that have minutes in brackets, found without the import. */
function told(text) {
  let isAgenda = false
  let isComment = false
  return text.split('\n').flatMap((words, at) => {
    if (/^#+ /.test(words)) isAgenda = /agenda/i.test(words) && !/guideline/i.test(words)
    if (words.includes('<!--')) isComment = true
    const isHidden = isComment || /^\s*[-*\d.]+\s+~~/.test(words)
    if (words.includes('-->')) isComment = false
    if (!isAgenda || isHidden || !/^\s*(?:\d+\.|[-*])\s/.test(words)) return []
    const inside = [...words.matchAll(/\(([^()[\]]*)(?:\)|$)/g)]
      .map((match) => match[1])
      .find((each) => /\b\d+ ?m/i.test(each) && !/http/.test(each))
    if (inside === undefined) return []
    return [
      { line: at + 1, words: words.trim().slice(0, 120), hasPresenter: /\p{L}{2}/u.test(inside.replace(/\d+ ?m\w*/gi, '')) },
    ]
  })
}

/** The same draw on every machine. */
function draw(from, count) {
  let state = 4
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const list = [...from]
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const kept = list[at]
    list[at] = list[other]
    list[other] = kept
  }
  return list.slice(0, count).sort()
}
