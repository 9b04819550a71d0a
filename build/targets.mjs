import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * What a build makes: `config` is its file under build/, `entries` the sources that must exist, `output` what it leaves in
 * dist/, `sources` everything its result depends on.
 * @typedef {{ name: string, config: string, entries: string[], output: string[], sources: string[], shells: string[] }} Target
 */

const common = ['package.json', 'package-lock.json', 'tsconfig.json', 'build/vite.common.ts', 'shared']
const node = [...common, 'build/vite.node.ts', 'build/faces.mjs', 'electron']

/** @type {readonly Target[]} */
export const targets = [
  {
    name: 'renderer',
    config: 'build/vite.renderer.ts',
    entries: ['renderer/index.html', 'renderer/wall.html'],
    output: ['renderer/index.html', 'renderer/wall.html', 'renderer/pdf'],
    sources: [...common, 'build/vite.renderer.ts', 'build/packet-script.ts', 'build/pdf-parts.mjs', 'renderer'],
    shells: ['browser', 'desktop'],
  },
  {
    name: 'browser',
    config: 'build/vite.browser.ts',
    entries: ['electron/browser/main.ts', 'electron/host/jobs/worker.ts', 'electron/host/jobs/courier.ts'],
    output: ['browser/main.js', 'browser/worker.js', 'browser/courier.js', 'browser/fonts'],
    sources: [...node, 'build/vite.browser.ts'],
    shells: ['browser'],
  },
  {
    name: 'desktop',
    config: 'build/vite.desktop.ts',
    entries: ['electron/desktop/main.ts', 'electron/host/jobs/worker.ts', 'electron/host/jobs/courier.ts'],
    output: ['desktop/main.js', 'desktop/worker.js', 'desktop/courier.js', 'desktop/fonts'],
    sources: [...node, 'build/vite.desktop.ts'],
    shells: ['desktop'],
  },
  {
    name: 'preload',
    config: 'build/vite.preload.ts',
    entries: ['electron/desktop/preload.ts'],
    output: ['desktop/preload.cjs'],
    sources: [...node, 'build/vite.preload.ts'],
    shells: ['desktop'],
  },
  {
    name: 'verify',
    config: 'build/vite.verify.ts',
    entries: ['electron/verify/main.ts'],
    output: ['verify/main.js'],
    sources: [...node, 'build/vite.verify.ts'],
    shells: ['verify'],
  },
]

/**
 * Hash of the names and contents of all files under `sources` (paths relative to `folder`; a missing one counts as missing).
 * @param {string} folder
 * @param {readonly string[]} sources
 */
export function hashSources(folder, sources) {
  const hash = createHash('sha512')
  for (const source of sources) {
    for (const file of filesUnder(join(folder, source))) {
      const bytes = readFileSync(file)
      hash.update(`${relative(folder, file)}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex').slice(0, 32)
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  /** @type {import('node:fs').Dirent[]} */
  let children
  try {
    children = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path] // a file
  }
  return children
    .filter((child) => child.name !== 'node_modules')
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((child) => (child.isDirectory() ? filesUnder(join(path, child.name)) : [join(path, child.name)]))
}
