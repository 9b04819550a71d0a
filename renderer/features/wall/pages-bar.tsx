import type { WallKind, WallView } from '../../../shared/wall/wall-schema'
import { IconButton } from '../../ui/button'
import { pagesIn } from './kinds'
import styles from './wall-pane.module.css'
import { turnTo, useWallStore } from './wall-store'

/** Page before, `2 of 3`, next page; nothing where there is one page. */
export function PagesBar({ kind, view }: { readonly kind: WallKind; readonly view: WallView }) {
  const wall = useWallStore()
  const at = pagesIn(view)
  if (!at) return null
  const { page, pages } = at
  return (
    <span className={styles['pages']}>
      <IconButton
        icon="left"
        label="The page before"
        size="small"
        isDisabled={page <= 1}
        onPress={() => turnTo(wall, kind, page - 1, pages)}
      />
      <span data-figures="">{`${page} of ${pages}`}</span>
      <IconButton
        icon="right"
        label="The next page"
        size="small"
        isDisabled={page >= pages}
        onPress={() => turnTo(wall, kind, page + 1, pages)}
      />
    </span>
  )
}
