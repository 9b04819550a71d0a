import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  Heading,
  Popover,
} from 'react-aria-components'
import styles from './date-calendar.module.css'
import { Icon } from './icon'

/** The month that a date field opens. */
export function DateCalendar() {
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
      </Dialog>
    </Popover>
  )
}
