import { spawnSync } from 'node:child_process'
import { existsSync, fstatSync, readFileSync } from 'node:fs'

const shells = ['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh']

/**
 * Calls `onGone` once when the process that started us is gone; answers the function that stops watching.
 *
 * That is npm, even if a shell stands between; and whoever started npm, if it held our standard input as a pipe and that has
 * ended too. Without the pipe a start in the background (`npm start &`) would end with the script it stands in.
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  const parent = process.ppid
  const behindShell =
    process.env['npm_lifecycle_event'] !== undefined && shells.includes(nameOf(parent)) ? parentOf(parent) : null
  const npm = behindShell ?? parent
  const starter = isPipe(0) ? parentOf(npm) : null
  let isInputEnded = false
  const onEnd = () => {
    isInputEnded = true
  }
  if (starter !== null) process.stdin.on('end', onEnd).on('error', onEnd).resume().unref?.()

  const timer = setInterval(() => {
    const isNpmThere = process.ppid === parent && (behindShell === null || parentOf(parent) === behindShell)
    const isStarterThere = !isInputEnded || starter === null || parentOf(npm) === starter
    if (isNpmThere && isStarterThere) return
    stop()
    onGone()
  }, 500)
  timer.unref()

  function stop() {
    clearInterval(timer)
    process.stdin.off('end', onEnd).off('error', onEnd)
  }
  return stop
}

/** @param {number} descriptor */
function isPipe(descriptor) {
  try {
    const facts = fstatSync(descriptor)
    return facts.isFIFO() || facts.isSocket()
  } catch {
    return false
  }
}

/** @param {number} pid */
function nameOf(pid) {
  return /\((.*)\)/s.exec(stat(pid))?.[1] ?? ''
}

/**
 * @param {number} pid
 * @returns {number | null}
 */
function parentOf(pid) {
  const told = existsSync('/proc/self/stat')
    ? stat(pid).split(') ').at(-1)?.split(' ')[1]
    : spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  const parent = Number(told ?? '')
  return Number.isInteger(parent) && parent > 0 ? parent : null
}

/** @param {number} pid */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
