import './node-version.mjs'
import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findChromium, installChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { root, say } from './root.mjs'
import { faultOf, formatRows } from './rows.mjs'
import { endChildrenWithUs } from './run.mjs'
import { buildStale } from './stale.mjs'

// `npm run bench`: every tests/bench/<name>.bench.mjs in turn, then one table of ratios.
// `-- --only NAME` runs one of them (its file name without .bench.mjs); `-- --json FILE` writes the rows too;
// `-- --runs N` measures more often than five times.
//
// A benchmark module exports one function:
//
//   export async function rows({ runs, chromium, root, load, log }) { ... return [row, ...] }
//
//   runs      how often to measure, at least 5
//   chromium  path of the Chromium to start
//   root      the repository; dist/ in it is built
//   load      await load('shared/timer/ledger.ts') answers that source's exports
//   log       log('text') tells how far it is, on standard error
//
// and each row is { name, value, unit, reference, referenceValue, ratio, runs, goal? } as in rows.mjs: `name` begins with the
// goal's number ("P1 key to paint, p95"), the reference was measured in the same run, `ratio` is value / referenceValue.

endChildrenWithUs()
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' }, runs: { type: 'string' } } })
if (!(await ensureInstalled()) || !(await buildStale('all'))) process.exit(1)
const chromium = (await findChromium()) ?? (await installChromium())
if (chromium === null) {
  say('No Chromium was found and none could be installed; set CHROMIUM_PATH to one.')
  process.exit(1)
}

const folder = join(root, 'tests', 'bench')
const all = listBenchmarks()
const files = all.filter((file) => values.only === undefined || nameOf(file) === values.only)
if (values.only !== undefined && files.length === 0) {
  say(`There is no benchmark ${values.only}. There are: ${all.map(nameOf).join(', ')}.`)
  process.exit(1)
}

const { runnerImport } = await import('vite')
/** @type {import('./rows.mjs').Row[]} */
const rows = []
let failed = 0
for (const file of files) {
  say(`${nameOf(file)} ...`)
  try {
    rows.push(...(await measure(file)))
  } catch (error) {
    failed += 1
    say(`${nameOf(file)} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
console.log(formatRows(rows))
if (values.json !== undefined)
  writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', values.json), `${JSON.stringify(rows, null, 2)}\n`)
process.exit(failed === 0 ? 0 : 1)

/**
 * @param {string} file
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
async function measure(file) {
  const benchmark = await import(pathToFileURL(join(folder, file)).href)
  const measured = await benchmark.rows({
    runs: Math.max(5, Number(values.runs ?? 5)),
    chromium,
    root,
    load: async (/** @type {string} */ source) => (await runnerImport(join(root, source), { configFile: false, root })).module,
    log: (/** @type {string} */ text) => say(`  ${text}`),
  })
  const fault = measured.map(faultOf).find((/** @type {string | null} */ each) => each !== null)
  if (fault !== undefined) throw new Error(fault)
  return measured
}

function listBenchmarks() {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.bench.mjs'))
      .sort()
  } catch {
    return []
  }
}

/** @param {string} file */
function nameOf(file) {
  return basename(file, '.bench.mjs')
}
