import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, say } from './root.mjs'
import { run } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? 'C:\\', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
}

/**
 * A Chromium that starts: `CHROMIUM_PATH`, one on PATH, the usual places, the one Playwright keeps. Null when there is none.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return isWorking(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const usual = process.platform === 'darwin' || process.platform === 'win32' ? places[process.platform] : []
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual]
  return candidates.find(isWorking) ?? (await playwrightsOwn())
}

/**
 * Installs a Chromium, saying what it will do before it does it; answers where it is, null when that failed.
 * @returns {Promise<string | null>}
 */
export async function installChromium() {
  if (process.env['CHROMIUM_PATH']) {
    say(`CHROMIUM_PATH names ${process.env['CHROMIUM_PATH']}, which does not start.`)
    return null
  }
  const sudo = process.getuid?.() === 0 ? [] : canSudo() ? ['sudo', '-n'] : null
  if (existsSync('/usr/bin/apt-get') && sudo !== null) {
    say('No Chromium found. Installing the package "chromium" with apt-get ...')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runAs(sudo, ['apt-get', 'update', '-q'], env)
    await runAs(sudo, ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'], env)
    const found = await findChromium()
    if (found !== null) return found
  }
  say("No Chromium found. Installing Playwright's own into its cache (playwright install chromium) ...")
  const deps = sudo === null || process.platform !== 'linux' ? [] : ['--with-deps']
  await run(process.execPath, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', ...deps, 'chromium'])
  return findChromium()
}

/** @param {string} path */
function isWorking(path) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` would open a window instead of answering; elsewhere it tells a real one from a stub that only advises.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path !== '' && isWorking(path) ? path : null
}

function canSudo() {
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 }).status === 0
}

/**
 * @param {readonly string[]} sudo
 * @param {readonly string[]} command
 * @param {Record<string, string>} env
 */
function runAs(sudo, command, env) {
  const [program = '', ...args] = [...sudo, ...command]
  return run(program, args, { env })
}
