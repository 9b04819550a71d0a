import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { watchParent } from './parent.mjs'

/**
 * Runs a shell of Review Room until it ends, then ends with its exit code. INT, TERM, HUP and the loss of our own parent
 * are passed on as one TERM. The shell has its own process group, so that Ctrl+C in a terminal reaches it
 * only through us; should we be killed, it sees its IPC channel and its standard input close.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {((text: string) => void) | null} [onOutput] is told what the shell prints, besides its being printed
 */
export function supervise(command, args, onOutput = null) {
  /** @type {number | null} */
  let askedAt = null
  let isAsked = false
  const end = () => {
    // Ctrl+C comes twice, from the terminal and from npm; only who asks again after three seconds wants it killed.
    askedAt ??= performance.now()
    if (performance.now() - askedAt > 3000) child.kill('SIGKILL')
    else if (!isAsked) isAsked = child.kill('SIGTERM')
  }
  // Before the shell begins: on a busy machine it may be up, and a signal here, before this function goes on.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end)
  const env = { ...process.env }
  delete env['ELECTRON_RUN_AS_NODE']
  const child = spawn(command, [...args], {
    env,
    stdio: ['pipe', onOutput === null ? 'inherit' : 'pipe', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  child.once('error', (error) => {
    process.stderr.write(`${command} cannot be started: ${error.message}\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text)
    onOutput?.(text)
  })
  child.on('message', () => undefined)
  watchParent(end)
}
