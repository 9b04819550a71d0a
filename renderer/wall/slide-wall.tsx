import type { WallView } from '../../shared/wall/wall-schema'
import styles from './slide-wall.module.css'

interface SlideWallProps {
  readonly slide: Extract<WallView['content'], { kind: 'slide' }>
  readonly picture: string | null
}

/** SLD1: a page of slides as the cockpit drew it. */
export function SlideWall({ slide: { name, page, pages }, picture }: SlideWallProps) {
  if (picture === null)
    return (
      <p className={styles['waiting']} dir="auto">
        {name}, page {page} of {pages}
      </p>
    )
  return <img className={styles['slide']} src={picture} alt={`${name}, page ${page} of ${pages}`} />
}
