import { useStore } from 'zustand'
import { wallKinds, type WallTheme } from '../../../shared/wall/wall-schema'
import { useDevice } from '../../storage/use-device'
import { cx } from '../../ui/cx'
import { keyTable } from '../../ui/key-table'
import { Segments } from '../../ui/segments'
import { kindWords, viewWords } from './kinds'
import { PagesBar } from './pages-bar'
import { Preview } from './preview'
import { useWallOpen } from './use-wall-open'
import { useLiveView, useWallView } from './use-wall-view'
import styles from './wall-pane.module.css'
import { putOn, useWallStore } from './wall-store'

const themes = [
  { key: 'dark', label: 'Dark' },
  { key: 'light', label: 'Light' },
  { key: 'projector', label: 'High contrast' },
] as const

/** WAL9: what is on the wall above, what comes next below, both as the wall shows them; and everything that can be put there. */
export function WallPane() {
  const wall = useWallStore()
  const { live, next, frozen, isShowing } = useStore(wall)
  const device = useDevice()
  const isOpen = useWallOpen()
  const liveView = useLiveView()
  const nextView = useWallView(next)
  return (
    <div className={styles['pane']}>
      <div className={styles['part']}>
        <div className={styles['head']}>
          <h3 className={styles['live']}>
            {isShowing && isOpen ? (frozen ? 'Frozen on the wall' : 'On the wall') : 'On the wall when it opens'}
          </h3>
          <span className={styles['name']} dir="auto">
            {viewWords(liveView)}
          </span>
          {!frozen && <PagesBar kind={live} view={liveView} />}
        </div>
        <Preview label={`On the wall: ${viewWords(liveView)}`} view={liveView} width={320} />
      </div>
      <div className={styles['part']}>
        <div className={styles['head']}>
          <h3>Next</h3>
          <span className={styles['name']} dir="auto">
            {viewWords(nextView)}
          </span>
          <PagesBar kind={next} view={nextView} />
        </div>
        <Preview label={`Next: ${viewWords(nextView)}`} view={nextView} width={200} />
      </div>
      <ul className={styles['views']} aria-label="Views">
        {wallKinds
          .filter((kind) => kind !== 'blank' && kind !== 'message')
          .map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className={cx(styles['view'], kind === next && styles['chosen'])}
                aria-pressed={kind === next}
                onClick={() => wall.setState({ next: kind })}
                onDoubleClick={() => putOn(wall, kind)}
              >
                {kindWords[kind].label}
                <kbd>{keyTable[kindWords[kind].key].key.toUpperCase()}</kbd>
              </button>
            </li>
          ))}
      </ul>
      <div className={styles['theme']}>
        <span>Theme</span>
        <Segments<WallTheme>
          label="Theme of the wall"
          options={themes}
          value={device.device.wallTheme}
          onChange={(wallTheme) => device.change({ wallTheme })}
        />
      </div>
    </div>
  )
}
