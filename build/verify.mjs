import './node-version.mjs'
import { join, resolve } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './root.mjs'
import { endChildrenWithUs, run } from './run.mjs'
import { buildStale } from './stale.mjs'

// `npm run verify -- BUNDLE [--json]`: builds the verifier when it is stale and runs it. Paths are meant from the folder npm was called in.

endChildrenWithUs()
const folder = process.env['INIT_CWD'] ?? process.cwd()
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') || arg === '' ? arg : resolve(folder, arg)))
const isBuilt = (await ensureInstalled()) && (await buildStale('verify'))
process.exitCode = isBuilt
  ? await run(process.execPath, [join(root, 'dist', 'verify', 'main.js'), ...args], { stdout: 'inherit' })
  : 2
