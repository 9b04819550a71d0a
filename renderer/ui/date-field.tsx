import {
  type CalendarDate,
  type ZonedDateTime,
  parseAbsolute,
  parseDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date'
import { Button, DateInput, DatePicker, DateSegment, Group } from 'react-aria-components'
import { cx } from './cx'
import { DateCalendar } from './date-calendar'
import { FieldFrame, type FieldProps, nameOf } from './field'
import styles from './field.module.css'
import { Icon } from './icon'
import { type Commit, useDraft } from './use-draft'

interface Common extends FieldProps {
  readonly isDisabled?: boolean
  readonly isBare?: boolean
}

export interface DateFieldProps extends Common {
  /** `YYYY-MM-DD`, null when there is none. */
  readonly value: string | null
  /** `YYYY-MM-DD`: the calendar offers days from it on. */
  readonly today?: string
  readonly onCommit: Commit<string | null>
}

const same = (left: { toString(): string } | null, right: { toString(): string } | null): boolean =>
  left?.toString() === right?.toString()

/** A year that is still being typed: 2, 20, 202. */
const isWhole = (date: { year: number } | null): boolean => date === null || date.year >= 1900

/** A calendar day, typed or picked. Stored on leaving, and when picked. */
export function DateField({ value, today, onCommit, ...common }: DateFieldProps) {
  const draft = useDraft<CalendarDate | null>({
    value: value === null ? null : parseDate(value),
    commit: (date) => (isWhole(date) ? onCommit(date?.toString() ?? null) : null),
    isEqual: same,
    pauseMs: 1_200,
  })
  return (
    <DatePicker
      {...frame(common, draft.error)}
      value={draft.value}
      onChange={draft.change}
      onBlur={draft.leave}
      onOpenChange={(isOpen) => {
        if (!isOpen) draft.leave()
      }}
    >
      <DateParts {...common} today={today} error={draft.error} clear={draft.value === null ? null : () => clear(draft)} />
    </DatePicker>
  )
}

export interface DateTimeFieldProps extends Common {
  /** Instant in ms, null when there is none. */
  readonly value: number | null
  /** IANA name of the zone it is shown and entered in. */
  readonly timeZone: string
  readonly onCommit: Commit<number | null>
}

/** A day and a time of day in a zone. */
export function DateTimeField({ value, timeZone, onCommit, ...common }: DateTimeFieldProps) {
  const draft = useDraft<ZonedDateTime | null>({
    value: value === null ? null : parseAbsolute(new Date(value).toISOString(), timeZone),
    commit: (date) => (isWhole(date) ? onCommit(date && inZone(date, timeZone)) : null),
    isEqual: same,
    pauseMs: 1_200,
  })
  return (
    <DatePicker
      {...frame(common, draft.error)}
      value={draft.value}
      onChange={draft.change}
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      onBlur={draft.leave}
      onOpenChange={(isOpen) => {
        if (!isOpen) draft.leave()
      }}
    >
      <DateParts {...common} error={draft.error} clear={draft.value === null ? null : () => clear(draft)} />
    </DatePicker>
  )
}

/** An empty field gives dates of the machine's zone: the wall-clock reading counts, in the review's zone. */
function inZone(date: ZonedDateTime, timeZone: string): number {
  const reading = 'timeZone' in date ? toCalendarDateTime(date) : date
  return toZoned(reading, timeZone).toDate().getTime()
}

function clear(draft: { change: (value: null) => void; leave: () => void }): void {
  draft.change(null)
  draft.leave()
}

function frame(common: Common, error: string) {
  return {
    ...nameOf(common),
    className: styles['field'] ?? '',
    isInvalid: error !== '',
    isDisabled: common.isDisabled ?? false,
    shouldForceLeadingZeros: true,
    validationBehavior: 'aria' as const,
  }
}

interface DatePartsProps extends Common {
  readonly clear: (() => void) | null
  readonly today?: string | undefined
}

function DateParts({ clear: onClear, today, ...common }: DatePartsProps) {
  return (
    <>
      <FieldFrame of={common}>
        <Group className={cx(styles['control'], styles['group'], common.isBare && styles['bare'])}>
          <DateInput className={styles['segments'] ?? ''}>
            {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
          </DateInput>
          {onClear && (
            <Button slot={null} className={styles['step'] ?? ''} aria-label={`Clear ${common.label}`} onPress={onClear}>
              <Icon name="close" />
            </Button>
          )}
          <Button className={styles['step'] ?? ''}>
            <Icon name="calendar" />
          </Button>
        </Group>
      </FieldFrame>
      <DateCalendar today={today} />
    </>
  )
}
