import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { downloadFile } from './download.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'

const home = join(root, 'node_modules', 'electron')

/** Path of Electron's binary in the version the lockfile names, null when it has not been fetched. */
export function findElectron() {
  const folder = electronFolder()
  const binary = join(folder, read(join(home, 'path.txt')) || 'electron')
  const isRight = read(join(folder, 'version')).replace(/^v/, '') === packageJson().version
  return isRight && existsSync(binary) ? binary : null
}

/**
 * Fetches Electron's binary with a progress line on standard error: the release is checked against the checksums in its npm
 * package, kept in Electron's usual cache, and unpacked by the package's own installer. Answers the binary or why there is none.
 * @returns {Promise<{ binary: string } | { why: string }>}
 */
export async function fetchElectron() {
  try {
    // It is Electron's dependency, not ours.
    const electronsOwn = createRequire(join(home, 'package.json'))
    const { downloadArtifact } = await import(pathToFileURL(electronsOwn.resolve('@electron/get')).href)
    await downloadArtifact({
      version: packageJson().version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      downloader: { download: downloadFile },
      ...(process.env['electron_config_cache'] === undefined ? {} : { cacheRoot: process.env['electron_config_cache'] }),
      ...(process.env['electron_use_remote_checksums'] ? {} : { checksums: JSON.parse(read(join(home, 'checksums.json'))) }),
    })
  } catch (error) {
    return { why: `Electron could not be downloaded (${error instanceof Error ? error.message : String(error)})` }
  }
  const code = await run(process.execPath, [join(home, 'install.js')])
  const binary = findElectron()
  return code === 0 && binary !== null ? { binary } : { why: 'Electron could not be unpacked' }
}

/** Where Electron's binary lies once it was fetched. */
export function electronFolder() {
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(home, 'dist')
}

/** @returns {{ version: string }} */
function packageJson() {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
