import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What outside judges share: see build/proof.mjs for how they are run and what their output means. */

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const writer = fileURLToPath(new URL('write-bundle.mjs', import.meta.url))
const utf8 = { LC_ALL: 'C.UTF-8' }

/** The exports of one of our TypeScript sources, and of all it imports. */
export async function load(source) {
  const { runnerImport } = await import('vite')
  return (await runnerImport(join(root, source), { configFile: false, root })).module
}

/** Ends with 77, because this machine lacks what would judge. */
export function notJudged(reason) {
  console.log(reason)
  process.exit(77)
}

export function isThere(tool) {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined
}

export function need(tool, packageName = tool) {
  if (!isThere(tool)) notJudged(`Not judged: ${tool} is not on this machine (Debian: apt-get install ${packageName}).`)
}

export function figure(words) {
  console.log(`= ${words}`)
}

/** Runs a tool; answers its standard output, fails when it does. */
export function run(tool, args, { env = {}, ...options } = {}) {
  const ran = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...utf8, ...env },
    ...options,
  })
  if (ran.error) throw ran.error
  if (ran.status !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`)
  return ran.stdout
}

const scratch = mkdtempSync(join(tmpdir(), 'review-room-proof-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** A folder that goes when the judge ends. */
export function tempFolder() {
  return mkdtempSync(join(scratch, 'part-'))
}

/** Saves a bundle in a process of its own: with `env`, and started through `through` (a program that takes a command). */
export function bundle(name, { env = {}, through = [] } = {}) {
  const [tool, ...args] = [...through, process.execPath, writer, name, tempFolder()]
  return run(tool, args, { cwd: root, env }).trim()
}

/** The bag of a bundle, unpacked by unzip. */
export function unpacked(path) {
  const folder = tempFolder()
  run('unzip', ['-q', path, '-d', folder])
  return join(folder, readdirSync(folder)[0])
}

/** Every file under a folder, relative to it, sorted. */
export function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

export function json(folder, path) {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'))
}
