import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './root.mjs'
import { run } from './run.mjs'
import { hashSources, targets } from './targets.mjs'

/**
 * Builds what is stale of `shell` ('browser', 'desktop' or 'all'): a target whose sources differ from those of its last
 * build, or whose output is gone. Answers whether everything is there.
 * @param {'browser' | 'desktop' | 'all'} shell
 */
export async function buildStale(shell) {
  for (const target of targets.filter((each) => shell === 'all' || each.shells.includes(shell))) {
    const missing = target.entries.filter((entry) => !existsSync(join(root, entry)))
    if (missing.length > 0 && shell === 'all') {
      say(`Nothing to build for ${target.name} yet: ${missing.join(', ')} does not exist.`)
      continue
    }
    if (missing.length > 0) {
      say(`Cannot build ${target.name}: ${missing.join(', ')} does not exist.`)
      return false
    }
    const hash = hashSources(root, target.sources)
    if (readStamp(target.name) === hash && target.output.every((file) => existsSync(join(root, 'dist', file)))) continue
    say(`Building ${target.name} ...`)
    const code = await run(process.execPath, [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      target.config,
      '--logLevel',
      'warn',
    ])
    if (code !== 0) {
      say(`The build of ${target.name} failed.`)
      return false
    }
    writeStamp(target.name, hash)
  }
  return true
}

/** @param {string} name */
function stampPath(name) {
  return join(root, 'dist', 'stamps', name)
}

/** @param {string} name */
function readStamp(name) {
  return existsSync(stampPath(name)) ? readFileSync(stampPath(name), 'utf8') : ''
}

/**
 * @param {string} name
 * @param {string} hash
 */
function writeStamp(name, hash) {
  mkdirSync(join(root, 'dist', 'stamps'), { recursive: true })
  writeFileSync(stampPath(name), hash)
}
