import ICAL from 'ical.js'
import type { Calendar, CalendarEntry, NextEntry } from '../../../shared/archive/calendar'
import { cleaned } from '../../../shared/archive/paper'

/** The library folds lines after so many bytes and then puts a blank before the next: 75 with it. */
ICAL.foldLength = 74

/** RND4: actions as iCalendar (RFC 5545): a to-do each and, for programs that know only appointments, an all-day one on its due date. */
export function icsText(calendar: Calendar): string {
  const whole = cleaned(calendar)
  const component = new ICAL.Component('vcalendar')
  component.addPropertyWithValue('version', '2.0')
  component.addPropertyWithValue('prodid', `-//${whole.program}//EN`)
  component.addPropertyWithValue('calscale', 'GREGORIAN')
  component.addPropertyWithValue('x-wr-calname', whole.name)
  for (const entry of whole.entries) {
    component.addSubcomponent(toDo(entry, whole))
    if (entry.due !== null && entry.status !== 'cancelled') component.addSubcomponent(appointment(entry, entry.due, whole))
  }
  if (whole.next !== null) component.addSubcomponent(nextReview(whole.next, whole))
  return `${component.toString()}\r\n`
}

const statuses = {
  'needs-action': 'NEEDS-ACTION',
  'in-process': 'IN-PROCESS',
  completed: 'COMPLETED',
  cancelled: 'CANCELLED',
} as const
const priorities = { high: 1, medium: 5, low: 9 } as const

function toDo(entry: CalendarEntry, { at }: Calendar): ICAL.Component {
  const component = common('vtodo', entry, at)
  component.addPropertyWithValue('status', statuses[entry.status])
  component.addPropertyWithValue('priority', priorities[entry.priority])
  if (entry.due !== null) component.addPropertyWithValue('due', ICAL.Time.fromDateString(entry.due))
  return component
}

function appointment(entry: CalendarEntry, due: string, { at }: Calendar): ICAL.Component {
  const component = common('vevent', entry, at)
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(due))
  component.addPropertyWithValue('transp', 'TRANSPARENT')
  return component
}

/** CLO5: at its instant, as long as this review was planned for; else on its day. */
function nextReview(entry: NextEntry, { at }: Calendar): ICAL.Component {
  const { startsAt, lengthMs, day } = entry
  const component = common('vevent', entry, at)
  component.addPropertyWithValue('dtstart', startsAt === null ? ICAL.Time.fromDateString(day) : instant(startsAt))
  if (startsAt !== null && lengthMs !== null && lengthMs > 0)
    component.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(Math.round(lengthMs / 1000)))
  return component
}

const instant = (value: number) => ICAL.Time.fromJSDate(new Date(value), true)

type Named = Pick<CalendarEntry, 'id' | 'summary' | 'description' | 'createdAt'>

function common(kind: 'vtodo' | 'vevent', { id, summary, description, createdAt }: Named, at: number): ICAL.Component {
  const component = new ICAL.Component(kind)
  component.addPropertyWithValue('uid', `${id}.${kind}@review-room`)
  component.addPropertyWithValue('dtstamp', instant(at))
  component.addPropertyWithValue('created', instant(createdAt))
  component.addPropertyWithValue('last-modified', instant(at))
  component.addPropertyWithValue('summary', summary)
  component.addPropertyWithValue('description', description)
  return component
}
