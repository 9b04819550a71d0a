import type { WallView } from '../../shared/wall/wall-schema'
import { ItemWall } from './item-wall'
import { PaperWall } from './paper-wall'
import { SlideWall } from './slide-wall'
import styles from './stage.module.css'
import { TopLine } from './top-line'

export interface StageProps {
  readonly view: WallView
  /** The drawn slide, as an address that holds it; null while there is none. */
  readonly slide: string | null
}

/** One view as it stands on the wall: in the wall's window, and as a picture of it in the cockpit. */
export function Stage({ view, slide }: StageProps) {
  const { content } = view
  if (content.kind === 'blank')
    return (
      <div className={styles['stage']}>
        <main className={styles['blank']}>
          <h1>Blank</h1>
        </main>
      </div>
    )
  return (
    <div className={styles['stage']}>
      <div className={styles['wall']}>
        <TopLine view={view} />
        <main className={styles['content']} data-kind={content.kind}>
          <Content view={view} slide={slide} />
        </main>
      </div>
    </div>
  )
}

function Content({ view, slide }: StageProps) {
  const { content } = view
  switch (content.kind) {
    case 'message':
      return (
        <p className={styles['message']} dir="auto">
          {content.text}
        </p>
      )
    case 'slide':
      return <SlideWall slide={content} picture={slide} />
    case 'item':
    case 'blank':
      return <ItemWall view={view} />
    default:
      return <PaperWall content={content} />
  }
}
