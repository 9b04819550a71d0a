/** `12:40`, `1:02:03`, `-0:30`: what a countdown shows. Seconds are rounded up while time is left, so that 0:00 means none is. */
export function formatClock(ms: number): string {
  const seconds = Math.abs(ms >= 0 ? Math.ceil(ms / 1000) : Math.ceil(-ms / 1000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`
  return `${ms < 0 && seconds > 0 ? '\u2212' : ''}${hours > 0 ? `${hours}:` : ''}${tail}`
}

/** Whole minutes, at least 1 for any time at all: `15`. */
export function formatMinutes(ms: number): string {
  return ms > 0 && ms < 60_000 ? '1' : String(Math.round(ms / 60_000))
}

/** A length in words: `the hour`, `the 2 hours`, `the 90 min`. */
export function formatLength(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes === 60) return 'the hour'
  return minutes > 0 && minutes % 60 === 0 ? `the ${minutes / 60} hours` : `the ${minutes} min`
}
