import { fileURLToPath } from 'node:url'

/** Absolute path of the repository, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * One line on standard error: standard output belongs to what was asked for.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}
