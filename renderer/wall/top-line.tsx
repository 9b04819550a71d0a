import type { WallItem, WallView } from '../../shared/wall/wall-schema'
import { clockWords, useItemCountdown } from './countdown'
import styles from './top-line.module.css'

/** The thin line on top: title, item n of m, time left. WAL12: what does not fit beside the title goes to a line that is not seen. */
export function TopLine({ view }: { readonly view: WallView }) {
  const { content } = view
  const isItem = content.kind === 'item'
  // An item and a paper are headings of their own.
  const hasHeading = isItem || 'blocks' in content
  const Title = hasHeading ? 'span' : 'h1'
  return (
    <header className={styles['line']}>
      <Title className={styles['title']} dir="auto">
        <span className={styles['name']}>{view.title}</span>
        {view.subject && <span className={styles['subject']}> {view.subject}</span>}
      </Title>
      <span className={styles['place']}>
        {content.kind === 'slide' && (
          <span className={styles['slide']}>
            Slide {content.page} of {content.pages}
          </span>
        )}
        {view.item && (
          <span>
            Item {view.item.at} of {view.items}
          </span>
        )}
        {view.item && !isItem && <TimeLeft item={view.item} />}
      </span>
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
