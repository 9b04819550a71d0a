import './node-version.mjs'
import { join } from 'node:path'
import { fromCallersFolder } from './callers-folder.mjs'
import { chooseShell, hasDisplay } from './choose-shell.mjs'
import { ensureInstalled } from './install.mjs'
import { openBrowser, readyAddress } from './open-browser.mjs'
import { root, say } from './root.mjs'
import { endChildrenWithUs } from './run.mjs'
import { hasSandbox } from './sandbox.mjs'
import { buildStale } from './stale.mjs'
import { supervise } from './supervise.mjs'

// `npm start`: installs what is missing, builds what is stale, opens the app. Everything said here goes to standard error:
// standard output has npm's banner and the shell's own ready line.

const release = endChildrenWithUs()
const args = fromCallersFolder(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())

if (!(await ensureInstalled())) process.exit(1)
const { fetchElectron, findElectron } = await import('./electron-binary.mjs')

const surroundings = {
  platform: process.platform,
  env: process.env,
  uid: process.getuid?.() ?? null,
  sandbox: process.platform !== 'linux' || hasSandbox(findElectron()),
}
const choice = chooseShell(args, surroundings)
const desktop = choice.shell === 'desktop' ? await electronOrWhy() : { why: choice.why }

if ('binary' in desktop) {
  await buildOrExit('desktop')
  release()
  supervise(desktop.binary, [root, ...args])
} else {
  if (desktop.why !== null) say(`${desktop.why}: Review Room is served to your browser instead.`)
  await buildOrExit('browser')
  release()
  const isOpened = !args.includes('--no-open') && hasDisplay(surroundings)
  supervise(process.execPath, [join(root, 'dist', 'browser', 'main.js'), ...args], isOpened ? openWhenReady : null)
}

/** @returns {Promise<{ binary: string } | { why: string }>} */
async function electronOrWhy() {
  const binary = findElectron()
  return binary === null ? fetchElectron() : { binary }
}

/** @param {'browser' | 'desktop'} shell */
async function buildOrExit(shell) {
  if (!(await buildStale(shell))) process.exit(1)
}

/** @param {string} text */
function openWhenReady(text) {
  const address = readyAddress(text)
  if (address !== null) openBrowser(address)
}
