import { useEffect } from 'react'
import type { WallView } from '../../shared/wall/wall-view'
import { useAwake } from '../ui/use-awake'
import { FeedbackWall } from './feedback-wall'
import { ItemWall } from './item-wall'
import { TopLine } from './top-line'
import { usePicture } from './use-picture'
import styles from './wall.module.css'

/** The page on the projector: one thing at a time, nothing to press but F for full screen. */
export function Wall() {
  const picture = usePicture()
  const theme = picture?.theme ?? 'dark'
  useAwake(Boolean(picture?.view.item))
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  if (!picture)
    return (
      <main className={styles['waiting']}>
        <h1>Review Room</h1>
        <p>The review will appear here. Drag this window to the projector, then press F.</p>
      </main>
    )
  const { view } = picture
  if (view.content.kind === 'blank')
    return (
      <main className={styles['blank']}>
        <h1>Blank</h1>
      </main>
    )
  return (
    <div className={styles['wall']}>
      <TopLine view={view} />
      <main className={styles['content']}>
        <Content view={view} />
      </main>
    </div>
  )
}

function Content({ view }: { readonly view: WallView }) {
  if (view.content.kind === 'feedback') return <FeedbackWall list={view.content.list} />
  if (view.content.kind === 'message') return <p className={styles['message']}>{view.content.text}</p>
  return <ItemWall view={view} />
}

function onKeyDown({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (key.toLowerCase() !== 'f' || ctrlKey || metaKey || altKey) return
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen()
}
