import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { icsText } from '../../../../electron/host/archive/ics'
import { csvText } from '../../../../electron/host/archive/csv'
import { actionCalendar } from '../../../../shared/archive/calendar'
import { cleanText } from '../../../../shared/archive/paper'
import { ledgerTable } from '../../../../shared/archive/tables'
import { fullReview } from '../../../helpers/full-review'
import { hostile, hostileReview } from '../../../helpers/hostile-review'
import type { MadeReview } from '../../../helpers/review-maker'
import { viewOf } from '../../../helpers/view-of'

const calendarOf = (review: MadeReview) => icsText(actionCalendar(viewOf(review)))
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[])
const told = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name))

test('[RND4] every action is a to-do and, with a date, an all-day appointment; dated by the last change, the same bytes again', () => {
  const { review, ids } = fullReview()
  const text = calendarOf(review)
  expect(text).toBe(calendarOf(fullReview().review))
  const toDos = parsed(text).getAllSubcomponents('vtodo')
  const events = parsed(text).getAllSubcomponents('vevent')
  expect(toDos.map((each) => told(each, 'due'))).toEqual(['null', '2026-12-18', 'null', '2026-12-01'])
  expect(events.map((each) => told(each, 'dtstart'))).toEqual(['2026-12-18', '2026-12-01'])
  expect(text).toContain('DTSTART;VALUE=DATE:20261218')
  for (const each of [...toDos, ...events]) expect(told(each, 'dtstamp')).toBe('2026-11-24T10:30:00Z')
  expect(told(toDos[1] as ICAL.Component, 'uid')).toBe(`${ids.action}.vtodo@review-room`)
  expect(told(toDos[1] as ICAL.Component, 'summary')).toBe('Ines Okafor: Measure the north again')
})

test('[RND4] ids stay when an action changes, and a cancelled one is no appointment any more', () => {
  const { review, ids } = fullReview()
  const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
  const before = uids(calendarOf(review))
  review.act('editAction', { actionId: ids.action, what: 'Something else', status: 'cancelled' })
  const text = calendarOf(review)
  expect(uids(text)).toEqual(before.filter((uid) => uid !== `${ids.action}.vevent@review-room`))
  expect(text).toContain('STATUS:CANCELLED')
})

test('[RND6] no text begins a line of the calendar, and each comes back as it was written', () => {
  const { review } = hostileReview()
  const odd = ['a\r\nBEGIN:VEVENT\rX:1\nEND:VTODO', 'semi;colon,comma\\n', `${'漢'.repeat(60)} 😀`]
  for (const what of odd) review.act('addAction', { what, source: { kind: 'review', id: null } })
  const text = calendarOf(review)
  expect(text.split('\r\n').every((line) => !/[\r\n]/.test(line) && Buffer.byteLength(line) <= 75)).toBe(true)
  const summaries = parsed(text)
    .getAllSubcomponents('vtodo')
    .map((each) => told(each, 'summary'))
  const { actions } = review.state().record
  for (const { what, ownerId } of Object.values(actions)) if (ownerId === null) expect(summaries).toContain(cleanText(what))
  expect(Object.keys(actions)).toHaveLength(hostile.length + odd.length + 1)
  expect(text).not.toMatch(/^BEGIN:VEVENT/m)
})

test('[RND5] the time ledger tells planned, added, paused and taken minutes of each item', () => {
  const { review, ids } = fullReview()
  review.act('editItem', { itemId: ids.item, title: '=1+1' })
  const [names, first = [], ...rest] = ledgerTable(viewOf(review))
  expect(names?.slice(3, 7)).toEqual(['Planned (min)', 'Extended (min)', 'Paused (min)', 'Actual (min)'])
  expect(first).toEqual(['1', '=1+1', '', '5', '1', '0', '0', 'Discussed'])
  expect(rest).toHaveLength(6)
  expect(csvText(ledgerTable(viewOf(review)))).toContain("1,'=1+1,")
})

test('[CLO5] the next review is an appointment: on its day, or at its instant and as long as this one', () => {
  const { review } = fullReview()
  const next = () =>
    parsed(calendarOf(review))
      .getAllSubcomponents('vevent')
      .find((each) => told(each, 'uid').includes('-next.'))
  expect(next()).toBeUndefined()
  review.act('setNextMeeting', { on: '2026-12-04', time: null })
  expect(told(next() as ICAL.Component, 'dtstart')).toBe('2026-12-04')
  review.act('setNextMeeting', { on: '2026-12-04', time: '14:00' })
  review.act('editReview', { scheduledLengthMs: 90 * 60_000 })
  const event = next() as ICAL.Component
  expect(['dtstart', 'duration'].map((name) => told(event, name))).toEqual(['2026-12-04T13:00:00Z', 'PT1H30M'])
  expect(told(event, 'summary')).toMatch(/^Next review: /)
})
