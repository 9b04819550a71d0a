import { readFileSync } from 'node:fs'

const shells = ['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh']

/**
 * Calls `onGone` once when the process that started us is gone; answers the function that stops watching. npm may start us through a shell that outlives npm, so npm
 * is watched behind it where the system tells (Linux).
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  const parent = process.ppid
  const beyond =
    process.env['npm_lifecycle_event'] !== undefined && shells.includes(nameOf(parent) ?? '') ? parentOf(parent) : null
  const timer = setInterval(() => {
    const isSame = process.ppid === parent && (beyond === null || parentOf(parent) === beyond)
    if (isSame) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

/** @param {number} pid */
function nameOf(pid) {
  return /\((.*)\)/s.exec(stat(pid))?.[1] ?? null
}

/** @param {number} pid */
function parentOf(pid) {
  const after = stat(pid).split(') ').at(-1) ?? ''
  const parent = Number(after.split(' ')[1])
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
