import type { WallItem, WallView } from '../../shared/wall/wall-view'
import { clockWords, useItemCountdown } from './countdown'
import styles from './top-line.module.css'

/** The thin line on top: title, item n of m, time left. */
export function TopLine({ view }: { readonly view: WallView }) {
  const isItem = view.content.kind === 'item'
  // An item and an empty list are headings of their own.
  const hasHeading = isItem || (view.content.kind === 'feedback' && view.content.list.length === 0)
  const Title = hasHeading ? 'span' : 'h1'
  return (
    <header className={styles['line']}>
      <Title className={styles['title']} dir="auto">
        {view.title}
        {view.subject && <span className={styles['subject']}> {view.subject}</span>}
      </Title>
      {view.item && (
        <span className={styles['place']}>
          {view.item.at} of {view.items}
          {view.content.kind === 'feedback' && <TimeLeft item={view.item} />}
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
