import { spawn } from 'node:child_process'
import { say } from './root.mjs'

/** @type {Readonly<Record<string, [string, ...string[]]>>} */
const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }

/**
 * Opens `url` in the default browser; says so when that cannot be done, since the address is on the screen anyway.
 * @param {string} url
 */
export function openBrowser(url) {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  const complain = () => say('No browser could be opened: open the address above in one.')
  child.once('error', complain)
  child.once('exit', (code) => {
    if (code !== 0) complain()
  })
  child.unref()
}

/**
 * The address in a ready line of the browser shell, null in any other text.
 * @param {string} text
 */
export function readyAddress(text) {
  return /^Review Room is ready: (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/m.exec(text)?.[1] ?? null
}
