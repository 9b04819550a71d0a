// Imported first by every launcher, so that an old Node gets one clear line instead of a syntax error further on.
const needed = [20, 19]

/**
 * Whether `version` (`20.19.0`, as in `process.versions.node`) can run Review Room.
 * @param {string} version
 */
export function isNodeVersionEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > (needed[0] ?? 0) || (major === needed[0] && minor >= (needed[1] ?? 0))
}

if (!isNodeVersionEnough(process.versions.node)) {
  process.stderr.write(`Review Room needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.\n`)
  process.exit(1)
}
