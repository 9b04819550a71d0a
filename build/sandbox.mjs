import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Whether Chromium's sandbox can start on this Linux: with its setuid helper beside the binary, or with user namespaces.
 * @param {string | null} binary Electron's binary, if it is there already
 */
export function hasSandbox(binary) {
  if (binary !== null && isSetuidRoot(join(dirname(binary), 'chrome-sandbox'))) return true
  return (
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0' &&
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  )
}

/** @param {string} path */
function isSetuidRoot(path) {
  try {
    const { uid, mode } = statSync(path)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}

/**
 * A kernel setting; null where the kernel does not have it.
 * @param {string} path
 */
function setting(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
