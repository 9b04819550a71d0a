import { formatClock } from '../../shared/timer/format'
import type { WallItem, WallView } from '../../shared/wall/wall-schema'
import { clockWords, phaseWords, useItemCountdown } from './countdown'
import { cx } from '../ui/cx'
import styles from './item-wall.module.css'

const statusWords = { before: 'We begin soon', between: 'One moment', over: 'Thank you', item: '' } as const

/** The current item with its countdown, read from the last row. */
export function ItemWall({ view }: { readonly view: WallView }) {
  const { item, next, status } = view
  if (!item)
    return (
      <section className={styles['pause']}>
        <h1 dir="auto">{status === 'before' ? view.title : statusWords[status]}</h1>
        <p>{status === 'before' ? statusWords.before : ''}</p>
        {next && <Next title={next} word={status === 'before' ? 'First' : 'Next'} />}
      </section>
    )
  return (
    <section className={styles['item']}>
      <div className={styles['head']}>
        <span className={styles['number']} aria-hidden="true">
          {item.number}
        </span>
        <div>
          <h1 dir="auto">{item.title}</h1>
          {item.presenter && (
            <p className={styles['presenter']} dir="auto">
              {item.presenter}
            </p>
          )}
        </div>
      </div>
      <Clock item={item} />
      {next && <Next title={next} word="Next" />}
    </section>
  )
}

function Clock({ item: { time, breakZone } }: { readonly item: WallItem }) {
  const countdown = useItemCountdown(time)
  const word = phaseWords[countdown.phase]
  return (
    <div className={styles['clock']} data-phase={countdown.phase}>
      <p className={styles['left']} role="timer">
        {clockWords(countdown)}
      </p>
      {breakZone !== null && time.runningSince !== null ? (
        <p className={cx(styles['word'], styles['back'])}>Back at {backAt(countdown.endsAt, breakZone)}</p>
      ) : (
        <p className={styles['word']}>
          {word} <span>of {formatClock(time.allottedMs)}</span>
        </p>
      )}
      <svg className={styles['bar']} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['track']} width="1000" height="10" />
        <rect className={styles['spent']} width={Math.round(countdown.spentShare * 1000)} height="10" />
      </svg>
    </div>
  )
}

/** TIM16: when a break is over, to the minute of the clocks on people's wrists. */
function backAt(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
}

function Next({ title, word }: { readonly title: string; readonly word: string }) {
  return (
    <p className={styles['next']}>
      <span>{word}</span>
      <span dir="auto" className={styles['nextTitle']}>
        {title}
      </span>
    </p>
  )
}
