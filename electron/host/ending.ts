import { fstatSync } from 'node:fs'

/**
 * BRW8: calls `end` once when the program is to end: INT, TERM, HUP, or the disappearance of whoever started it, told by the IPC
 * channel, by the end of a piped standard input, or by a new parent. A terminal or /dev/null as standard input tells nothing.
 * What a desktop's launcher starts outlives it: not `isStartedByHand`, then only signals and the IPC channel count.
 */
export function onEnd(end: () => void, { isStartedByHand = true } = {}): void {
  let isEnding = false
  function once(): void {
    if (isEnding) return
    isEnding = true
    clearInterval(timer)
    end()
  }
  const parent = process.ppid
  const timer = setInterval(() => {
    if (isStartedByHand && process.ppid !== parent) once()
  }, 1_000)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once)
  if (process.connected) process.on('disconnect', once)
  if (isStartedByHand && isPipe(0)) process.stdin.on('end', once).on('error', once).resume()
}

function isPipe(descriptor: number): boolean {
  try {
    const facts = fstatSync(descriptor)
    return facts.isFIFO() || facts.isSocket()
  } catch {
    return false
  }
}
