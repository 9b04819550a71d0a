import { spawn } from 'node:child_process'
import { watchParent } from './parent.mjs'
import { root } from './root.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program in the repository and answers its exit code; 127 when it cannot be started, 128 when a signal ended it.
 * Standard output goes to standard error unless `stdout` says otherwise; a function gets it as it is shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, stdout?: 'stderr' | 'inherit' | ((text: string) => void), shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, stdout = 'stderr', shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', stdout === 'stderr' ? 2 : stdout === 'inherit' ? 'inherit' : 'pipe', 2],
      shell,
    })
    running.add(child)
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      process.stdout.write(text)
      if (typeof stdout === 'function') stdout(text)
    })
    child.once('error', () => resolve(127))
    child.once('close', (code) => {
      running.delete(child)
      resolve(code ?? 128)
    })
  })
}

/**
 * Runs a program in the repository, keeps both outputs back (or shows them as they come, with `echo`) and
 * answers them with the exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, echo?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, { env = {}, echo = false } = {}) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const chunks = []
    const child = spawn(command, [...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const keep = (/** @type {string} */ chunk) => {
      chunks.push(chunk)
      if (echo) process.stdout.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.once('error', (error) => resolve({ code: 127, output: String(error) }))
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 128, output: chunks.join('') })
    })
  })
}

/**
 * Ends what `run` started when this process is told to end or loses its parent, so that nothing is left behind. Answers the
 * function that takes this back.
 */
export function endChildrenWithUs() {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const end = () => {
    for (const child of running) child.kill('SIGTERM')
    process.exit(130)
  }
  for (const signal of signals) process.once(signal, end)
  const unwatch = watchParent(end)
  return () => {
    for (const signal of signals) process.off(signal, end)
    unwatch()
  }
}
