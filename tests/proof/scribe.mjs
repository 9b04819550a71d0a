import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { figure, load, notJudged, root } from './helpers/judge.mjs'

// Minutes of real meetings, which nobody of this project wrote, read as scribes' logs: how much of what a plain search finds in their
// lines is found by the reader, and whether any word is lost. HTML is no log and is left out.

const folder = resolve(root, process.env['REVIEW_ROOM_CORPUS'] || '../shared/corpus', 'minutes', 'w3ctag')
if (!existsSync(folder))
  notJudged('Not judged: there is no corpus; REVIEW_ROOM_CORPUS names its folder (default ../shared/corpus).')

const { readLog } = await load('shared/scribe/read-log.ts')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()

/** Each is counted by a search for words at the beginning of lines, written without a look at the reader. */
const searches = {
  attendance: /^[^\p{L}\d]*(?:present|regrets|chairs?|scribes?|guests?|special guests)\b[^:\n]{0,12}:[^\p{L}\n]*\p{L}/imu,
  topics: /^#{1,6} ?[^#\n]|^[\s*_>]*(?:sub)?topic\b/im,
  actions: /^[^\p{L}\d]*(?:ACTION|Action)\b/mu,
  resolutions: /^[^\p{L}\d]*(?:(?:[\p{L}]{2,12})[*_]*:?[*_]* [*_]*)?(?:resolution|resolved)[*_]*:/imu,
}
/** Titles of the text and of its own lists are no topics. */
const noTopic =
  /^#* *(?:-|.*\b(?:minutes|teleconference|f2f|face-to-face)\b|\d{1,2}(?:-\d{1,2})? \w+ \d{4}|[A-Z]\w+ \d{1,2}|agenda:?$|contents|attendees|topics:?$|agenda topics|#* *(?:present|regrets|chair|scribe))/i

const sums = Object.fromEntries(Object.keys(searches).map((name) => [name, { wanted: 0, found: 0 }]))
const worst = []
let lost = 0
for (const name of files) {
  const text = readFileSync(join(folder, name), 'utf8')
  const log = readLog(text)
  const blocks = log.topics.flatMap((topic) => topic.blocks)
  const lines = {
    attendance: new Set(log.rollLines.map(({ line }) => line)),
    topics: new Set(log.topics.map(({ line }) => line)),
    actions: new Set(blocks.filter(({ kind }) => kind === 'action').map(({ line }) => line)),
    resolutions: new Set(blocks.filter(({ kind }) => kind === 'decision').map(({ line }) => line)),
  }
  const missed = []
  text.split(/\r\n|\n|\r/).forEach((words, at) => {
    for (const [kind, search] of Object.entries(searches)) {
      const plain = words.replace(/^\ufeff/, '')
      if (!search.test(plain) || (kind === 'topics' && noTopic.test(plain))) continue
      sums[kind].wanted++
      if (lines[kind].has(at + 1)) sums[kind].found++
      else missed.push(`${name}:${at + 1} ${kind}: ${words.trim().slice(0, 110)}`)
    }
  })
  if (missed.length > 0) worst.push(missed)
  const placed = new Set([...Object.values(lines).flatMap((each) => [...each]), ...blocks.map(({ line }) => line)])
  for (const { line } of log.leftOut) placed.add(line)
  text.split(/\r\n|\n|\r/).forEach((words, at) => {
    if (words.replace(/^\ufeff/, '').trim() !== '' && !placed.has(at + 1)) lost++
  })
}

worst.sort((left, right) => right.length - left.length)
for (const missed of worst.slice(0, 10)) {
  console.log(`${missed.length} missed`)
  for (const line of missed.slice(0, 6)) console.log(`  ${line}`)
}
figure(`${files.length} minutes read as logs, ${lost} lines neither placed nor told`)
for (const [kind, { wanted, found }] of Object.entries(sums))
  figure(`${kind}: ${found} of ${wanted} lines (${((100 * found) / wanted).toFixed(1)} %)`)
assert.equal(lost, 0)
for (const [kind, { wanted, found }] of Object.entries(sums)) assert.ok(found >= wanted * 0.9, kind)
