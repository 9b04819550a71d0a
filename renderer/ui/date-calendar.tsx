import { type DateDuration, parseDate } from '@internationalized/date'
import { useContext } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DatePickerStateContext,
  Dialog,
  Heading,
  Popover,
} from 'react-aria-components'
import { Button as OwnButton } from './button'
import styles from './date-calendar.module.css'
import { Icon } from './icon'

const soon: readonly (readonly [string, DateDuration])[] = [
  ['Today', {}],
  ['In a week', { weeks: 1 }],
  ['In two weeks', { weeks: 2 }],
  ['In a month', { months: 1 }],
]

/** The month that a date field opens. FLD2: with `today`, the days that are meant most often stand below it. */
export function DateCalendar({ today }: { readonly today?: string | undefined }) {
  return (
    <Popover className={styles['popover'] ?? ''} offset={4} placement="bottom end">
      <Dialog className={styles['dialog'] ?? ''} aria-label="Choose a day">
        <Calendar firstDayOfWeek="mon">
          <header className={styles['header']}>
            <Button slot="previous" className={styles['turn'] ?? ''}>
              <Icon name="left" />
            </Button>
            <Heading level={2} className={styles['title'] ?? ''} />
            <Button slot="next" className={styles['turn'] ?? ''}>
              <Icon name="right" />
            </Button>
          </header>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>
              {(day) => <CalendarHeaderCell className={styles['weekday'] ?? ''}>{day}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}</CalendarGridBody>
          </CalendarGrid>
        </Calendar>
        {today !== undefined && <SoonDays today={today} />}
      </Dialog>
    </Popover>
  )
}

function SoonDays({ today }: { readonly today: string }) {
  const picker = useContext(DatePickerStateContext)
  return (
    <div className={styles['soon']} role="group" aria-label="Days soon">
      {soon.map(([words, from]) => (
        <OwnButton key={words} size="small" look="quiet" onPress={() => picker?.setDateValue(parseDate(today).add(from))}>
          {words}
        </OwnButton>
      ))}
    </div>
  )
}
