import './node-version.mjs'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium, installChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { figuresIn, readState, remember, stepsToDo } from './proof-state.mjs'
import { root, say } from './root.mjs'
import { endChildrenWithUs, runQuietly } from './run.mjs'
import { buildStale } from './stale.mjs'
import { runPlaywright, runVitest } from './suites.mjs'
import { hashSources } from './targets.mjs'

// `npm run proof`: the suites of `npm test` with large counts (REVIEW_ROOM_PROOF=1), then the outside judges, each of which
// is a file tests/proof/<name>.mjs. Lines beginning with `= ` are figures, whether a test or a judge prints them. A step that
// passed on exactly these sources is not run again (.proof/state.json), so a run that was cut short goes on where it stopped.
// `-- --only NAME` runs one step, `-- --again` all of them.
//
// A judge is run by Node in the repository with CHROMIUM_PATH and REVIEW_ROOM_PROOF set and says what it does on standard
// output. It ends with 0 when what it judges holds, with 77 when the tool that would judge is not on this machine (its last
// line says which), with anything else when it does not hold.

const notJudged = 77
const statePath = join(root, '.proof', 'state.json')
const sources = ['package.json', 'package-lock.json', 'build', 'shared', 'electron', 'renderer', 'tests']
const env = { REVIEW_ROOM_PROOF: '1' }

endChildrenWithUs()
const { values } = parseArgs({ options: { only: { type: 'string' }, again: { type: 'boolean', default: false } } })
if (!(await ensureInstalled()) || !(await buildStale('all'))) process.exit(1)
const chromium = (await findChromium()) ?? (await installChromium())
if (chromium === null) {
  say('No Chromium was found and none could be installed; set CHROMIUM_PATH to one.')
  process.exit(1)
}

const steps = ['unit', 'component', 'e2e', ...listJudges()]
const chosen = values.only === undefined ? steps : steps.filter((name) => name === values.only)
if (chosen.length === 0) {
  say(`There is no step ${values.only}. The steps are ${steps.join(', ')}.`)
  process.exit(1)
}

const tree = hashSources(root, sources)
const { output: head } = await runQuietly('git', ['rev-parse', '--short', 'HEAD'])
const toDo = values.again ? chosen : stepsToDo(chosen, readState(statePath), tree)
for (const name of toDo) {
  const started = performance.now()
  console.log(`\n== ${name}`)
  const { outcome, figures } = await runStep(name, chromium)
  const seconds = Math.round((performance.now() - started) / 1000)
  remember(statePath, name, { tree, commit: head.trim(), outcome, seconds, figures })
}

const state = readState(statePath)
console.log('\n== figures')
for (const name of chosen) {
  const { outcome = 'failed', seconds = 0, figures = [], commit = '' } = state[name] ?? {}
  console.log(`${name}: ${outcome} (${seconds} s, at ${commit}${toDo.includes(name) ? '' : ', run before'})`)
  for (const figure of figures) console.log(`  ${figure}`)
}
process.exit(chosen.some((name) => state[name]?.outcome === 'failed') ? 1 : 0)

/**
 * @param {string} name
 * @param {string} browser path of Chromium
 * @returns {Promise<{ outcome: 'passed' | 'failed' | 'not judged', figures: string[] }>}
 */
async function runStep(name, browser) {
  if (name === 'unit' || name === 'component' || name === 'e2e') {
    let printed = ''
    const options = { env, onOutput: (/** @type {string} */ text) => void (printed += text) }
    const { passed, failed, skipped } =
      name === 'e2e' ? await runPlaywright(browser, [], options) : await runVitest([name], [], options)
    const counted = `${passed} passed, ${failed} failed, ${skipped} left out`
    return { outcome: failed === 0 ? 'passed' : 'failed', figures: [counted, ...figuresIn(printed)] }
  }
  const { code, output } = await runQuietly(process.execPath, [join('tests', 'proof', `${name}.mjs`)], {
    env: { ...env, CHROMIUM_PATH: browser },
    echo: true,
  })
  if (code !== notJudged) return { outcome: code === 0 ? 'passed' : 'failed', figures: figuresIn(output) }
  return { outcome: 'not judged', figures: [output.trim().split('\n').at(-1) ?? ''] }
}

function listJudges() {
  try {
    return readdirSync(join(root, 'tests', 'proof'))
      .filter((file) => file.endsWith('.mjs'))
      .sort()
      .map((file) => basename(file, '.mjs'))
  } catch {
    return []
  }
}
