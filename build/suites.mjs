import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countRun, countVitest } from './counts.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'

const results = join(root, 'test-results')

/**
 * `onOutput` gets what the tests print.
 * @typedef {{ env?: Record<string, string>, onOutput?: (text: string) => void }} SuiteOptions
 */

/**
 * Runs vitest over `projects` ('unit', in its two parts, and 'component'), printing as it goes; `filters` are parts of file names.
 * @param {readonly string[]} projects
 * @param {readonly string[]} filters
 * @param {SuiteOptions} [options]
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runVitest(projects, filters, { env = {}, onOutput } = {}) {
  const report = join(results, 'vitest.json')
  rmSync(report, { force: true })
  const code = await run(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', `${project}*`]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { env: { NODE_ENV: 'test', ...env }, stdout: onOutput ?? 'inherit' },
  )
  const parsed = readReport(report)
  return countRun(parsed === null ? null : countVitest(parsed), code)
}

/**
 * Runs the end-to-end tests in the Chromium at `chromium`, printing as it goes.
 * @param {string} chromium
 * @param {readonly string[]} filters
 * @param {SuiteOptions} [options]
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runPlaywright(chromium, filters, { env = {}, onOutput } = {}) {
  const report = join(results, 'e2e.json')
  rmSync(report, { force: true })
  const code = await run(
    process.execPath,
    [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--pass-with-no-tests',
      '--reporter=list,json',
      ...filters,
    ],
    { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...env }, stdout: onOutput ?? 'inherit' },
  )
  const parsed = readReport(report)
  return countRun(parsed === null ? null : countPlaywright(parsed), code)
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
