import { useEffect } from 'react'
import { useAwake } from '../ui/use-awake'
import { useRemote } from '../ui/use-remote'
import { Stage } from './stage'
import { usePicture } from './use-picture'
import styles from './wall.module.css'

/** The page on the projector: one thing at a time. F is full screen; a presenter's remote turns pages. */
export function Wall() {
  const { picture, slide, send } = usePicture()
  const theme = picture?.theme ?? 'dark'
  useAwake(Boolean(picture?.view.item))
  useRemote(send, { hasNumbers: true })
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
  return (
    <div className={styles['window']}>
      <Stage view={picture.view} slide={slide} />
    </div>
  )
}

function onKeyDown({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (key.toLowerCase() !== 'f' || ctrlKey || metaKey || altKey) return
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen()
}
