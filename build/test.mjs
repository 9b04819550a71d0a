import './node-version.mjs'
import { parseArgs } from 'node:util'
import { checks, runChecks } from './checks.mjs'
import { findChromium, installChromium } from './chromium.mjs'
import { add, none, one } from './counts.mjs'
import { ensureInstalled } from './install.mjs'
import { endChildrenWithUs } from './run.mjs'
import { buildStale, missingSources } from './stale.mjs'
import { runPlaywright, runVitest } from './suites.mjs'

// `npm test`: everything, from a fresh clone. `npm test -- --only unit,lint [part of a file name ...]` runs a choice.

const checkNames = /** @type {(keyof typeof checks)[]} */ (Object.keys(checks))
const steps = [...checkNames, 'unit', 'component', 'build', 'e2e']
// What is written ahead of its first use is no fault yet.
const usual = steps.filter((name) => name !== 'unused')

endChildrenWithUs()
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const chosen = values.only === undefined ? usual : values.only.split(',')
const unknown = chosen.filter((name) => !steps.includes(name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are ${steps.join(', ')}.`)
  process.exit(1)
}

const started = performance.now()
let total = none
if (!(await ensureInstalled())) finish(add(total, one(false)))

const chromium = chosen.includes('e2e') ? ((await findChromium()) ?? (await installChromium())) : null
if (chromium !== null) console.log(`Chromium: ${chromium}`)

const projects = ['unit', 'component'].filter((name) => chosen.includes(name))
// Tests wait a lot: the checks take what they leave of the processors.
const checking = runChecks(
  checkNames.filter((name) => chosen.includes(name)),
  projects.length > 0 ? 1 : 2,
)
if (projects.length > 0) total = add(total, await runVitest(projects, positionals))
for (const counts of await checking) total = add(total, counts)

const isBuilt = chosen.includes('build') || chosen.includes('e2e') ? await buildStale('all') : true
if (chosen.includes('build')) {
  console.log(`${isBuilt ? 'ok    ' : 'FAILED'} build`)
  total = add(total, one(isBuilt))
}

const lacking = missingSources()
if (chosen.includes('e2e') && lacking.length > 0) {
  console.log(`left out e2e: ${lacking.join(', ')} does not exist yet.`)
} else if (chosen.includes('e2e')) {
  if (chromium === null) console.log('FAILED e2e: no Chromium was found and none could be installed; set CHROMIUM_PATH to one.')
  else if (!isBuilt) console.log('FAILED e2e: there is no build to test.')
  total = add(total, chromium === null || !isBuilt ? one(false) : await runPlaywright(chromium, positionals))
}
finish(total)

/** @param {import('./counts.mjs').Counts} counts */
function finish(counts) {
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`\n${counts.skipped > 0 ? `${counts.skipped} left out. ` : ''}Took ${seconds} s.`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed === 0 ? 0 : 1)
}
