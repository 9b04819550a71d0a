import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { root, say } from './root.mjs'
import { run } from './run.mjs'
import { hashSources, targets } from './targets.mjs'

/**
 * Builds what is stale of `shell` ('browser', 'desktop', 'verify' or 'all'): a target whose sources differ from those of its last
 * build, or whose output is gone. Answers whether everything is there.
 * @param {'browser' | 'desktop' | 'verify' | 'all'} shell
 */
export async function buildStale(shell) {
  const wanted = targets.filter((target) => shell === 'all' || target.shells.includes(shell))
  return wanted.every(isFresh) || withLock(() => buildEach(wanted, shell === 'all'))
}

/**
 * @param {readonly import('./targets.mjs').Target[]} wanted
 * @param {boolean} mayLack whether a target without sources is left out
 */
async function buildEach(wanted, mayLack) {
  for (const target of wanted.filter((each) => !isFresh(each))) {
    const missing = target.entries.filter((entry) => !existsSync(join(root, entry)))
    if (missing.length > 0) {
      say(`Nothing to build for ${target.name}: ${missing.join(', ')} does not exist.`)
      if (mayLack) continue
      return false
    }
    const hash = hashSources(root, target.sources)
    say(`Building ${target.name} ...`)
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', target.config, '--logLevel', 'warn']
    if ((await run(process.execPath, vite, { env: { NODE_ENV: 'production' } })) !== 0) {
      say(`The build of ${target.name} failed.`)
      return false
    }
    mkdirSync(join(root, 'dist', 'stamps'), { recursive: true })
    writeFileSync(stampPath(target.name), hash)
  }
  return true
}

/** The entries of builds that nobody has written. */
export function missingSources() {
  return [...new Set(targets.flatMap((target) => target.entries))].filter((entry) => !existsSync(join(root, entry)))
}

/** @param {import('./targets.mjs').Target} target */
function isFresh(target) {
  const stamp = existsSync(stampPath(target.name)) ? readFileSync(stampPath(target.name), 'utf8') : ''
  return stamp === hashSources(root, target.sources) && target.output.every((file) => existsSync(join(root, 'dist', file)))
}

/** @param {string} name */
function stampPath(name) {
  return join(root, 'dist', 'stamps', name)
}
