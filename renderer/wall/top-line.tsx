import type { WallItem, WallView } from '../../shared/wall/wall-view'
import { clockWords, useItemCountdown } from './countdown'
import styles from './top-line.module.css'

/** The thin line on top: title, item n of m, time left. */
export function TopLine({ view }: { readonly view: WallView }) {
  const isItem = view.content.kind === 'item'
  return (
    <header className={styles['line']}>
      <span className={styles['title']} dir="auto">
        {view.title}
        {view.subject && <span className={styles['subject']}> {view.subject}</span>}
      </span>
      {view.item && (
        <span className={styles['place']}>
          {view.item.number} of {view.items}
          {!isItem && <TimeLeft item={view.item} />}
        </span>
      )}
    </header>
  )
}

function TimeLeft({ item }: { readonly item: WallItem }) {
  const countdown = useItemCountdown(item.time)
  return (
    <span className={styles['left']} data-phase={countdown.phase}>
      {clockWords(countdown)}
    </span>
  )
}
