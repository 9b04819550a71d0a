import { type DateReading, readDate } from './dates'

/** A day and, where words say one, a time of day (`14:05`). */
export type MeetingReading =
  { readonly kind: 'date'; readonly date: string; readonly time: string | null } | Exclude<DateReading, { readonly kind: 'date' }>

/** `14:30`, `2:30 pm`, `2 pm` at the end of words. */
const clock = /(?:^|[\s,])(?:at\s+)?(?:(\d{1,2}):(\d{2})(?:\s*([ap])\.?m\.?)?|(\d{1,2})\s*([ap])\.?m\.?)$/i

/** CLO4: reads when the next review is, as people say it: a day (SCR4), then perhaps a time of day. */
export function readMeetingTime(words: string, today: string): MeetingReading {
  const said = words
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const found = clock.exec(said)
  if (!found) return withTime(readDate(said, today), null)
  const [all, hours = '', minutes = '00', half, wholeHours, wholeHalf] = found
  const time = timeOf(Number(wholeHours ?? hours), Number(minutes), (wholeHalf ?? half)?.toLowerCase())
  if (time === null) return { kind: 'wrong', why: `${all.replace(/^[\s,]+/, '')} is no time of day` }
  const day = said.slice(0, found.index).replace(/[\s,]+$/, '')
  if (day === '') return { kind: 'wrong', why: 'a time needs a day before it' }
  return withTime(readDate(day, today), time)
}

function withTime(reading: DateReading, time: string | null): MeetingReading {
  return reading.kind === 'date' ? { ...reading, time } : reading
}

function timeOf(hours: number, minutes: number, half: string | undefined): string | null {
  const isInHalf = half === undefined || (hours >= 1 && hours <= 12)
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  if (!isInHalf || hour > 23 || minutes > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
