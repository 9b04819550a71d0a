import type { WallView } from '../../shared/wall/wall-schema'
import styles from './feedback-wall.module.css'

type List = Extract<WallView['content'], { kind: 'feedback' }>['list']

/** Feedback as it is raised: presenters from the left edge, reviewers indented; the newest stays in view. */
export function FeedbackWall({ list }: { readonly list: List }) {
  if (list.length === 0)
    return (
      <section className={styles['empty']}>
        <h1>Feedback</h1>
        <p>Nothing has been raised yet.</p>
      </section>
    )
  return (
    <ol className={styles['list']} aria-label="Feedback, newest first" reversed>
      {list.toReversed().map((item) => (
        <li key={item.id} className={styles['item']} data-side={item.side}>
          <span className={styles['label']}>
            {item.side === 'presenter' ? 'Presenters' : 'Reviewers'}
            <b>{item.label}</b>
            {item.isBlocking && <b className={styles['blocking']}>{'\u26a0\ufe0e'} blocking</b>}
          </span>
          <p dir="auto">{item.text}</p>
        </li>
      ))}
    </ol>
  )
}
