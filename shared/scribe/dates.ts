import { CalendarDate, endOfMonth, endOfYear, getDayOfWeek, parseDate, startOfWeek } from '@internationalized/date'

/** What words say about a day: a date (YYYY-MM-DD), one that there is not or that can be read two ways, or nothing. */
export type DateReading =
  { readonly kind: 'date'; readonly date: string } | { readonly kind: 'wrong'; readonly why: string } | { readonly kind: 'none' }

const none: DateReading = { kind: 'none' }
const date = (value: CalendarDate): DateReading => ({ kind: 'date', date: value.toString() })

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'january february march april may june july august september october november december'.split(' ')
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A word or its beginning of three letters or more ("thurs", "sept"); -1: none of them. */
function placeOf(word: string, list: readonly string[]): number {
  return word.length < 3 ? -1 : list.findIndex((full) => full.startsWith(word))
}

/** SCR4: reads a date as people say it, relative to `today`, the day of the meeting (YYYY-MM-DD). */
export function readDate(words: string, today: string): DateReading {
  const said = words
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  const day = parseDate(today)
  for (const read of readers) {
    const reading = read(said, day)
    if (reading.kind !== 'none') return reading
  }
  return none
}

type Reader = (said: string, today: CalendarDate) => DateReading

const relative: Reader = (said, today) => {
  if (said === 'today' || said === 'eod' || said === 'end of day') return date(today)
  if (said === 'tomorrow') return date(today.add({ days: 1 }))
  if (said === 'next week') return date(today.add({ weeks: 1 }))
  if (said === 'next month') return date(today.add({ months: 1 }))
  const [, ending] = /^(?:the )?end of (?:the |this )?(week|month|year)$/.exec(said) ?? []
  if (ending === 'week') return weekday(today, 4, monday(today))
  if (ending === 'month') return date(endOfMonth(today))
  if (ending === 'year') return date(endOfYear(today))
  if (/^(?:the )?end of next week$/.test(said)) return date(monday(today).add({ days: 11 }))
  if (/^(?:the )?end of next month$/.test(said)) return date(endOfMonth(today.add({ months: 1 })))
  const [, count = '', unit] = /^(?:in |within )?(an?|\d{1,3}|[a-z]+) (day|week|month)s?(?: from now| time)?$/.exec(said) ?? []
  const amount = /^an?$/.test(count) ? 1 : /^\d/.test(count) ? Number(count) : numbers.indexOf(count) + 1
  return unit === undefined || amount === 0 ? none : date(today.add({ [`${unit}s`]: amount }))
}

const monday = (day: CalendarDate): CalendarDate => startOfWeek(day, 'en-GB')

function weekday(today: CalendarDate, which: number, from: CalendarDate): DateReading {
  const found = from.add({ days: which })
  return date(found.compare(today) < 0 ? found.add({ weeks: 1 }) : found)
}

/** "Friday" is the next one after today, "next Friday" the one of next week. */
const dayOfWeek: Reader = (said, today) => {
  const [, which = '', word = ''] = /^(?:on )?(this |next |coming )?([a-z]+)$/.exec(said) ?? []
  const place = placeOf(word, weekdays)
  if (place < 0) return none
  if (which === 'next ') return date(monday(today).add({ days: 7 + place }))
  const ahead = (place - getDayOfWeek(today, 'en-GB') + 6) % 7
  return date(today.add({ days: ahead + 1 }))
}

function dated(words: string, year: number, month: number, day: number): DateReading {
  const made = month < 1 || month > 12 || day < 1 ? null : new CalendarDate(year, month, day)
  // The calendar takes the nearest day there is; SCR4 does not.
  return made?.day === day ? date(made) : { kind: 'wrong', why: `${words} is not in the calendar` }
}

/** Without a year it is the next such day. */
function nextDated(words: string, today: CalendarDate, month: number, day: number): DateReading {
  const readings = [today.year, today.year + 1].map((year) => dated(words, year, month, day))
  return readings.find((reading) => reading.kind === 'date' && reading.date >= today.toString()) ?? (readings[0] as DateReading)
}

function maybeYear(words: string, today: CalendarDate, year: string | undefined, month: number, day: number): DateReading {
  return year === undefined ? nextDated(words, today, month, day) : dated(words, Number(year), month, day)
}

const inNumbers: Reader = (said, today) => {
  const [iso, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said) ?? []
  if (iso !== undefined) return dated(said, Number(isoYear), Number(isoMonth), Number(isoDay))
  // The point behind the month tells a date without a year from a version.
  const [point, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?$/.exec(said) ?? []
  if (point !== undefined) return maybeYear(said, today, year, Number(month), Number(day))
  const [cjk, cjkYear, cjkMonth, cjkDay] = /^(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(said) ?? []
  if (cjk !== undefined) return maybeYear(said, today, cjkYear, Number(cjkMonth), Number(cjkDay))
  const [slash, first, second, slashYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(said) ?? []
  if (slash === undefined) return none
  const [one, two] = [Number(first), Number(second)]
  if (one <= 12 && two <= 12 && one !== two)
    return { kind: 'wrong', why: `${said} can be read two ways; write it as ${slashYear}-MM-DD` }
  return one > 12 ? dated(said, Number(slashYear), two, one) : dated(said, Number(slashYear), one, two)
}

const withMonth: Reader = (said, today) => {
  const patterns = [
    /^(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]+)[.,]?(?: (?<year>\d{4}))?$/,
    /^(?<month>[a-z]+)\.? (?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/,
  ]
  const found = patterns.map((pattern) => pattern.exec(said)?.groups).find(Boolean)
  const month = placeOf(found?.['month'] ?? '', months) + 1
  return found === undefined || month === 0 ? none : maybeYear(said, today, found['year'], month, Number(found['day']))
}

const readers = [relative, dayOfWeek, inNumbers, withMonth]
