import { useEffect } from 'react'
import { useAwake } from '../ui/use-awake'
import { useRemote } from '../ui/use-remote'
import { Stage } from './stage'
import { useFullScreenKey } from './use-full-screen'
import { usePicture } from './use-picture'
import styles from './wall.module.css'

/** The page on the projector: one thing at a time. F is full screen; a presenter's remote turns pages. */
export function Wall() {
  const { picture, slide, send } = usePicture()
  const theme = picture?.theme ?? 'dark'
  useAwake(Boolean(picture?.view.item))
  useRemote(send, { hasNumbers: true })
  useFullScreenKey()
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  if (!picture)
    return (
      <main className={styles['waiting']}>
        <h1>Review Room</h1>
        <p>The review will appear here. Drag this window to the projector, then press F.</p>
      </main>
    )
  return (
    <div className={styles['window']}>
      <Stage view={picture.view} slide={slide} />
    </div>
  )
}
