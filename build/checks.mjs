import { join } from 'node:path'
import { one } from './counts.mjs'
import { root } from './root.mjs'
import { runQuietly } from './run.mjs'

const bin = (/** @type {string[]} */ ...path) => join(root, 'node_modules', ...path)

/** The checks that are not tests: name and what Node runs for them. package.json has the same as `check:<name>`. */
export const checks = {
  types: ['build/types.mjs'],
  lint: [bin('eslint', 'bin', 'eslint.js'), '.'],
  format: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  layers: [
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'electron',
    'renderer',
  ],
  unused: [bin('knip', 'bin', 'knip.js'), '--no-progress'],
}

/**
 * Runs `names`, so many at a time; each prints its output when it is done.
 * @param {readonly (keyof typeof checks)[]} names
 * @param {number} atOnce
 * @returns {Promise<import('./counts.mjs').Counts[]>}
 */
export async function runChecks(names, atOnce) {
  const queue = [...names]
  /** @type {import('./counts.mjs').Counts[]} */
  const counts = []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        const started = performance.now()
        const { code, output } = await runQuietly(process.execPath, checks[name])
        const seconds = ((performance.now() - started) / 1000).toFixed(1)
        console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
        if (code !== 0) console.log(output)
        counts.push(one(code === 0))
      }
    }),
  )
  return counts
}
