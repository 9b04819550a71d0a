import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import type { KeyName } from '../../ui/key-table'
import { useKeys, useOnlyKeys } from '../../ui/use-keys'
import { useRemote } from '../../ui/use-remote'
import { Stage } from '../../wall/stage'
import { toggleFullScreen, useFullScreenKey } from '../../wall/use-full-screen'
import { usePicture } from '../../wall/use-picture'
import styles from './wall-here.module.css'
import { showHere, useWallStore } from './wall-store'

/** DSC5: what needs nothing but the wall to be seen: time, and what stands there. */
const keys: ReadonlySet<KeyName> = new Set<KeyName>([
  ...(['next', 'pause', 'extend', 'extendFive', 'shorten', 'break', 'back'] as const),
  ...(['wallHere', 'wallItem', 'wallFeedback', 'wallSlide', 'wallDecision', 'wallActions', 'wallSummary', 'wallRisks'] as const),
  ...(['wallPanel', 'wallReadBack', 'wallMessage', 'wallBlank', 'wallTake', 'wallFreeze'] as const),
])

/** How long the way back is told after something was moved, in ms. */
const TOLD_MS = 4_000

/** DSC5: the wall in the cockpit's window, for rooms with one display. */
export function WallHere() {
  const wall = useWallStore()
  const isHere = useStore(wall, (state) => state.isHere)
  useKeys({ wallHere: () => showHere(wall, !isHere) })
  useEffect(() => () => showHere(wall, false), [wall])
  return isHere ? <Here onLeave={() => showHere(wall, false)} /> : null
}

/** The wall as any other: it hears the same messages and sends the same. */
function Here({ onLeave }: { readonly onLeave: () => void }) {
  const { picture, slide, send } = usePicture({ isKept: false })
  const isSaved = useReview(({ saved }) => saved.copies !== 'none')
  const box = useRef<HTMLDivElement>(null)
  const isTold = useTold()
  useOnlyKeys(keys)
  useRemote(send, { hasNumbers: true })
  useFullScreenKey()
  useKeyboard(box)
  useEscape(onLeave)
  return (
    <div className={styles['here']} ref={box} tabIndex={-1} data-display="wall" data-theme={picture?.theme ?? 'dark'}>
      {picture && <Stage view={picture.view} slide={slide} />}
      <footer className={styles['bar']} data-told={isTold || !isSaved}>
        {!isSaved && <b className={styles['problem']}>Not saved</b>}
        <Button onPress={onLeave}>
          Back to the cockpit <kbd>Esc</kbd>
        </Button>
        <Button onPress={toggleFullScreen}>
          Full screen <kbd>F</kbd>
        </Button>
      </footer>
    </div>
  )
}

/** The keyboard is with the wall, and back where it was afterwards. */
function useKeyboard(box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen()
      // Once what lies under the wall can be reached again.
      requestAnimationFrame(() => before instanceof HTMLElement && before.isConnected && before.focus())
    }
  }, [box])
}

function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    function onKeyDown({ key, isComposing, defaultPrevented, target }: KeyboardEvent): void {
      const isElsewhere = target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null
      if (key === 'Escape' && !isComposing && !defaultPrevented && !isElsewhere) latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** True for a while after the beginning and whenever the pointer moves. */
function useTold(): boolean {
  const [isTold, setTold] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setTold(false), TOLD_MS)
    function onMove(): void {
      clearTimeout(timer)
      setTold(true)
      timer = setTimeout(() => setTold(false), TOLD_MS)
    }
    document.addEventListener('pointermove', onMove)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointermove', onMove)
    }
  }, [])
  return isTold
}
