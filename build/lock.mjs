import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root, say } from './root.mjs'

/**
 * Runs `work` while no other command installs or builds in this folder. The lock names its process, so that one left
 * behind by a killed process is taken over.
 * @template Value
 * @param {() => Promise<Value>} work
 * @param {string} [path]
 * @returns {Promise<Value>}
 */
export async function withLock(work, path = join(root, '.cache', 'setup.lock')) {
  mkdirSync(dirname(path), { recursive: true })
  for (let waited = false; !take(path); waited = true) {
    const holder = Number(read(path))
    if (!isAlive(holder)) rmSync(path, { force: true })
    else if (!waited) say(`Waiting for process ${holder}, which installs or builds here ...`)
    await wait(200)
  }
  const release = () => rmSync(path, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
