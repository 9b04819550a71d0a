import { fromAbsolute } from '@internationalized/date'
import type { Instant } from '../context'

const two = (value: number): string => String(value).padStart(2, '0')

function inZone(at: Instant, timeZone: string) {
  try {
    return fromAbsolute(at, timeZone)
  } catch {
    // A zone this machine does not know: the instant is still told, in UTC.
    return fromAbsolute(at, 'UTC')
  }
}

/** ARC3: `2026-11-24`, the day of an instant in a zone; the same whatever the language of the machine. */
export function dayAt(at: Instant, timeZone: string): string {
  const { year, month, day } = inZone(at, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** `2026-11-24 14:05` in a zone. */
export function minuteAt(at: Instant, timeZone: string): string {
  const { hour, minute } = inZone(at, timeZone)
  return `${dayAt(at, timeZone)} ${two(hour)}:${two(minute)}`
}

/** `2026-11-24T13:05:00.000Z`: for programs. */
export function isoAt(at: Instant): string {
  return fromAbsolute(at, 'UTC').toAbsoluteString()
}

/** Whole minutes, as a number for a table. */
export function minutesOf(ms: number): number {
  return Math.round(ms / 60_000)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** ARC16: `24 November 2026` for `2026-11-24`: for readers, who may come from where the month is written first. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** `24 November 2026, 14:05` in a zone. */
export function minuteWords(at: Instant, timeZone: string): string {
  const [day = '', time = ''] = minuteAt(at, timeZone).split(' ')
  return `${dayWords(day)}, ${time}`
}
