/** Durations and clock times as people write them. */

const MINUTE_MS = 60_000
const LONGEST_MS = 7 * 24 * 60 * MINUTE_MS

const MINUTES = String.raw`(?:minut(?:e[ns]?|es)|mins?\b\.?|m\b|['\u2032\u2019])`
const HOURS = String.raw`(?:hours?|hrs?\b\.?|h\b|std\b\.?)`
const ABOUT = String.raw`(?:(?:ca\.?|circa|about|approx\.?|up to|max\.?|~|\u2248)\s*)?`
const NUMBER = String.raw`\d{1,6}(?:[.,]\d{1,5})?`
/** `15 min`, `5-10min`, `1.5 h`, `1h30`, `0:10`, `90 s`, `half an hour`. */
export const DURATION = String.raw`${ABOUT}(?:\d{1,2}\s*${HOURS.replaceAll(String.raw`h\b`, 'h')}\s*(?:and\s+)?\d{1,2}(?:\s*${MINUTES}|\b)|(?:${NUMBER}\s*(?:${MINUTES}|${HOURS})?\s*(?:-|\u2013|\u2014|to|or)\s*)?${NUMBER}\s*(?:${MINUTES}|${HOURS}|s\b|sec(?:onds?)?\b)|0{1,2}:[0-5]\d\b(?!:)|half an hour|(?:an|one) hour)`

const onlyDuration = new RegExp(`^${DURATION}$`, 'iu')
const hoursAndMinutes = new RegExp(String.raw`(\d{1,2})\s*(?:hours?|hrs?\.?|h|std\.?)\s*(?:and\s+)?(\d{1,2})(?:\s*${MINUTES})?$`)
const lastNumber = new RegExp(String.raw`(${NUMBER})\s*(\D+)$`)
const hours = new RegExp(`^${HOURS}`)

const number = (digits: string | undefined): number => Number((digits ?? '0').replace(',', '.'))

/** A duration in ms, when the whole text is one; of a range the longer. */
export function durationMs(text: string): number | null {
  const plain = text.trim().toLowerCase()
  if (!onlyDuration.test(plain)) return null
  const ms = plain.startsWith('half')
    ? 30 * MINUTE_MS
    : plain.endsWith(' hour') && !/\d/.test(plain)
      ? 60 * MINUTE_MS
      : (mixedMs(plain) ?? simpleMs(plain))
  return Math.min(LONGEST_MS, Math.round(ms))
}

/** `1h30`, `1 hour 30 min`, `0:10`. */
function mixedMs(plain: string): number | null {
  const colon = /(?:^|\D)0{1,2}:(\d\d)$/.exec(plain)
  if (colon) return number(colon[1]) * MINUTE_MS
  const both = hoursAndMinutes.exec(plain)
  return both ? (number(both[1]) * 60 + number(both[2])) * MINUTE_MS : null
}

function simpleMs(plain: string): number {
  const [, digits, unit = ''] = lastNumber.exec(plain) ?? []
  const unitMs = /^s/.test(unit) && !unit.startsWith('std') ? 1000 : hours.test(unit) ? 60 * MINUTE_MS : MINUTE_MS
  return number(digits) * unitMs
}

/** Clock times in minutes since midnight. */
export interface Span {
  readonly startsAt: number
  readonly endsAt: number | null
}

const CLOCK = String.raw`(?:[01]?\d|2[0-4])(?:[:h][0-5]\d|\.[0-5]\d(?=\s*(?:[-\u2013\u2014]|$|uhr))|(?=\s*[ap]\.?m\b))\s*(?:[ap]\.?m\b\.?|(?:noon|uhr)\b)?`
const ZONE = String.raw`(?:\s*(?:UTC|GMT|CES?T|BST|[ECMP][SD]?T|ET|PT|JST|IST|Z)\b(?:[+-]\d{1,2})?)?`
/** `10:00`, `10:00-10:15`, `9.30 - 10.00`, `2 pm UTC`. */
export const SPAN = String.raw`${CLOCK}${ZONE}(?:\s*(?:-|\u2013|\u2014|to\b|until\b|bis\b)\s*${CLOCK}${ZONE})?`

const onlySpan = new RegExp(`^${SPAN}$`, 'iu')

/** Clock times, when the whole text is one or two. */
export function spanOf(text: string): Span | null {
  const plain = text.trim()
  if (!onlySpan.test(plain)) return null
  const [first, second] = [...plain.matchAll(/(\d{1,2})(?:[:.h](\d\d))?\s*([ap])?/giu)]
  if (!first) return null
  const endHalf = second?.[3]
  // In `1:00-2:30 pm` both are.
  const startsAt = minutesOf(first, first[3] ?? (endHalf && Number(first[1]) <= Number(second?.[1]) ? endHalf : undefined))
  const endsAt = second ? minutesOf(second, endHalf) : null
  return { startsAt, endsAt }
}

function minutesOf([, hours, minutes = '0']: RegExpExecArray, half: string | undefined): number {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  return (hour * 60 + Number(minutes)) % (24 * 60)
}

/** From one clock time to another, also over midnight; null when that is no length of an item. */
export function betweenMs(from: number, to: number): number | null {
  const minutes = (to - from + 24 * 60) % (24 * 60)
  return minutes > 0 && minutes <= 12 * 60 ? minutes * MINUTE_MS : null
}
