import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './lock.mjs'
import { root, say } from './root.mjs'
import { run } from './run.mjs'

/**
 * Whether `node_modules` holds what package-lock.json asks for. npm writes `.package-lock.json` last, so an interrupted
 * installation has none; our marker holds the lockfile's hash, so that a lockfile touched by git but unchanged costs nothing.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const npmMarker = join(folder, 'node_modules', '.package-lock.json')
  const lockfile = join(folder, 'package-lock.json')
  if (!existsSync(npmMarker)) return false
  const marker = markerPath(folder)
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === hashOf(lockfile)
  return statSync(npmMarker).mtimeMs >= statSync(lockfile).mtimeMs
}

/**
 * Remembers that what the lockfile asks for is installed.
 * @param {string} folder
 */
export function markInstalled(folder) {
  writeFileSync(markerPath(folder), hashOf(join(folder, 'package-lock.json')))
}

/** Installs the dependencies if they are missing or out of date; answers whether they are there. */
export async function ensureInstalled() {
  return isInstalled(root) || withLock(install)
}

async function install() {
  if (isInstalled(root)) return true
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci empties the folder first, and a linked one belongs to somebody else.
    say('node_modules is a link to another folder and not up to date: remove the link, or run npm ci where it points to.')
    return false
  }
  say('Installing the dependencies listed in package-lock.json into node_modules (npm ci) ...')
  const [command, ...args] = npmCommand()
  // NODE_ENV=production would leave out the build tools.
  const code = await run(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: command.endsWith('.cmd'),
  })
  if (code !== 0) {
    say(`npm ci ended with code ${code}: the dependencies are not installed.`)
    return false
  }
  markInstalled(root)
  return true
}

/** @param {string} folder */
function markerPath(folder) {
  return join(folder, 'node_modules', '.installed')
}

/** @param {string} file */
function hashOf(file) {
  return createHash('sha512').update(readFileSync(file)).digest('hex')
}

/**
 * The npm that runs us, else the one beside this Node, else whatever PATH has.
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const bin = dirname(process.execPath)
  const scripts = [
    process.env['npm_execpath'] ?? '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = scripts.find((path) => path.endsWith('npm-cli.js') && existsSync(path))
  if (script !== undefined) return [process.execPath, script]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}
