import { getLocalTimeZone } from '@internationalized/date'
import { dayAt, dayWords } from '../../shared/review/dates'

/** Bytes as a person reads them: `4.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB'] as const
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power - 1] ?? 'GB'}`
}

/** An instant as a time of day in the review's zone. */
export function timeWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
}

/** An instant as a day, `24 November 2026`, in this computer's zone. */
export function dayOf(at: number): string {
  return dayWords(dayAt(at, getLocalTimeZone()))
}
