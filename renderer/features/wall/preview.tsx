import type { CSSProperties } from 'react'
import type { WallView } from '../../../shared/wall/wall-schema'
import { useDevice } from '../../storage/use-device'
import { Stage } from '../../wall/stage'
import { useSlidePicture } from './deck-store'
import styles from './preview.module.css'

/** The wall is drawn at this width, then made smaller. In CSS pixels. */
const WALL_WIDTH = 1920

interface PreviewProps {
  readonly label: string
  readonly view: WallView
  /** In CSS pixels. */
  readonly width: number
}

/** WAL9: a view as the wall shows it, drawn by the same component, smaller. */
export function Preview({ label, view, width }: PreviewProps) {
  const { device } = useDevice()
  const slide = useSlidePicture(view.content.kind === 'slide' ? view.content.key : null)
  return (
    <div
      className={styles['preview']}
      role="img"
      aria-label={label}
      style={{ '--width': `${width}px`, '--scale': width / WALL_WIDTH } as CSSProperties}
    >
      <div className={styles['wall']} data-display="wall" data-theme={device.wallTheme} aria-hidden="true" inert>
        <Stage view={view} slide={slide} />
      </div>
    </div>
  )
}
