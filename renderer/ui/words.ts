import { getLocalTimeZone } from '@internationalized/date'
import { dayAt, dayWords } from '../../shared/review/dates'

export { sizeWords } from '../../shared/review/sizes'

/** An instant as a time of day in the review's zone. */
export function timeWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
}

/** An instant as a day, `24 November 2026`, in this computer's zone. */
export function dayOf(at: number): string {
  return dayWords(dayAt(at, getLocalTimeZone()))
}
