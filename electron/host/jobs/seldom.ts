/** How often progress is told, in ms: often enough to be seen to live. */
const TELL_MS = 100

/** Progress in bytes, not told more often than anybody looks; the first of all is told at once. */
export function seldom(tell: (bytes: number) => void): (bytes: number) => void {
  let last = -Infinity
  return (bytes) => {
    const at = performance.now()
    if (bytes > 0 && at - last < TELL_MS) return
    last = at
    tell(bytes)
  }
}
