import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMeetingTime } from '../../../shared/scribe/meeting-time'

/** A Wednesday. */
const today = '2026-11-25'

test.each<[string, string, string | null]>([
  ['Friday', '2026-11-27', null],
  ['next week', '2026-12-02', null],
  ['2026-12-04', '2026-12-04', null],
  ['2026-12-04 14:00', '2026-12-04', '14:00'],
  ['Friday 9:30', '2026-11-27', '09:30'],
  ['next Friday, at 2 pm', '2026-12-04', '14:00'],
  ['in two weeks at 12:15 p.m.', '2026-12-09', '12:15'],
  ['tomorrow 12am', '2026-11-26', '00:00'],
  ['4 December 2026 23:59', '2026-12-04', '23:59'],
])('[CLO4] "%s" is read', (words, date, time) => {
  expect(readMeetingTime(words, today)).toEqual({ kind: 'date', date, time })
})

test.each(['14:00', 'Friday 24:00', 'Friday 14:60', 'Friday 13 pm', '2026-02-30', '2026-02-30 14:00', '04/05/2027 10:00'])(
  '[CLO4] "%s" is told as wrong',
  (words) => {
    expect(readMeetingTime(words, today).kind).toBe('wrong')
  },
)

test('[CLO4] other words are no date, and whatever is written is answered', () => {
  for (const words of ['', 'when we are ready', 'Friday or so', '12'])
    expect(readMeetingTime(words, today)).toEqual({ kind: 'none' })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9 :apm,./-]{0,20}$/)), (words) => {
      const reading = readMeetingTime(words, today)
      if (reading.kind === 'date') expect(reading.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }),
  )
})
