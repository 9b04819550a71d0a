import { type HistoryEntry, nobodyWords } from '../../../shared/record/history'
import { dayAt, dayWords, minuteAt } from '../../../shared/review/dates'
import styles from './history.module.css'

export interface HistoryListProps {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[]
  readonly timeZone: string
}

/** LOG6: entries by day. */
export function HistoryList({ entries, timeZone }: HistoryListProps) {
  return (
    <div className={styles['days']}>
      {byDay(entries, timeZone).map(([day, own]) => (
        <section key={day} aria-labelledby={`history-${day}`}>
          <h2 id={`history-${day}`}>{dayWords(day)}</h2>
          <ol className={styles['entries']}>
            {own.map((entry) => (
              <li key={entry.hash}>
                <time className={styles['time']} data-figures="" dateTime={new Date(entry.at).toISOString()}>
                  {minuteAt(entry.at, timeZone).slice(-5)}
                </time>
                <div className={styles['what']}>
                  <span className={styles['act']}>{entry.subject === '' ? entry.act : `${entry.act}:`}</span>
                  {entry.subject !== '' && <bdi className={styles['subject']}>{entry.subject}</bdi>}
                  {entry.details.length > 0 && <span className={styles['details']}>{entry.details.join(', ')}</span>}
                </div>
                <span className={styles['who']}>
                  {entry.actor === null ? <span className={styles['quiet']}>{nobodyWords}</span> : <bdi>{entry.actor}</bdi>}
                  {entry.operator !== null && (
                    <span className={styles['hands']}>
                      by the hands of <bdi>{entry.operator}</bdi>
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** A day comes once, also when a clock was set back. */
function byDay(entries: readonly HistoryEntry[], timeZone: string): readonly (readonly [string, readonly HistoryEntry[]])[] {
  const days = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const day = dayAt(entry.at, timeZone)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
