import './node-version.mjs'
import { endChildrenWithUs, runQuietly } from './run.mjs'

// `npm run check:types`: each layer against its own tsconfig, two at a time.
const layers = ['shared', 'electron', 'renderer', 'tests', 'build']

endChildrenWithUs()
const queue = [...layers]
const results = await Promise.all([1, 2].map(() => checkNext(0)))
process.exit(Math.max(...results))

/**
 * @param {number} worst
 * @returns {Promise<number>}
 */
async function checkNext(worst) {
  const layer = queue.shift()
  if (layer === undefined) return worst
  const { code, output } = await runQuietly(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '--project', layer])
  // A layer without files yet (TS18003) is a layer without errors.
  const failed = code !== 0 && !output.includes('TS18003')
  if (failed) process.stdout.write(`${layer}:\n${output}`)
  return checkNext(failed ? 1 : worst)
}
