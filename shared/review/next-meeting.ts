import { getDayOfWeek, parseDate, parseDateTime, toZoned } from '@internationalized/date'
import type { Instant } from '../context'
import { dayWords } from './dates'
import type { Review } from './review'

type Next = Pick<Review, 'nextMeetingOn' | 'nextMeetingTime' | 'timeZone'>

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `Friday, 4 December 2026`: the weekday shows a slip of the day. */
export function weekdayWords(day: string): string {
  return `${weekdays[getDayOfWeek(parseDate(day), 'en-GB')]}, ${dayWords(day)}`
}

/** CLO4: `Friday, 4 December 2026, 14:00 (Europe/Berlin)`; '' when there is no date. */
export function nextMeetingWords({ nextMeetingOn: on, nextMeetingTime: time, timeZone }: Next): string {
  if (on === null) return ''
  const day = weekdayWords(on)
  return time === null ? day : `${day}, ${time} (${timeZone})` // CLO4
}

/** The instant at which the next review begins; null without a time of day. */
export function nextMeetingAt({ nextMeetingOn: on, nextMeetingTime: time, timeZone }: Next): Instant | null {
  if (on === null || time === null) return null
  const reading = parseDateTime(`${on}T${time}`)
  try {
    return toZoned(reading, timeZone).toDate().getTime()
  } catch {
    // A zone this machine does not know.
    return toZoned(reading, 'UTC').toDate().getTime()
  }
}
