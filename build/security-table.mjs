import './node-version.mjs'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './root.mjs'
import { runVitest } from './suites.mjs'

// `npm run security-table`: runs the test of Electron's security points and writes what it shows, and its results, into the README (DSK21).

const begin = '<!-- security points: written by npm run security-table -->'
const end = '<!-- end of security points -->'

await runVitest(['unit'], ['tests/electron/desktop/security.test.ts'])
const report = JSON.parse(readFileSync(join(root, 'test-results', 'vitest.json'), 'utf8'))
const rows = report.testResults
  .flatMap((/** @type {{ assertionResults: { title: string, status: string }[] }} */ file) => file.assertionResults)
  .flatMap((/** @type {{ title: string, status: string }} */ { title, status }) => {
    const found = /^\[DSK21\] (\d+)\. ([^:]+(?::\/\/[^:]+)?): (.+)$/.exec(title)
    return found === null ? [] : [`| ${found.slice(1).join(' | ')} | ${status} |`]
  })

const readme = join(root, 'README.md')
const text = readFileSync(readme, 'utf8')
const [from, to] = [text.indexOf(begin), text.indexOf(end)]
if (from < 0 || to < from || rows.length === 0) {
  say('README.md has no place for the table, or the test ran nothing.')
  process.exit(1)
}
const table = ["| # | Electron's point | what its test shows, on the built main file | result |", '|---|---|---|---|', ...rows]
writeFileSync(readme, `${text.slice(0, from)}${begin}\n${table.join('\n')}\n${text.slice(to)}`)
say(`${rows.length} points written into README.md.`)
