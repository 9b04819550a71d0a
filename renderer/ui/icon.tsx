import styles from './icon.module.css'
import { cx } from './cx'
import { iconPaths, type IconName } from './icon-paths'

/** Drawings of nothing but dots: with the usual line they would hardly be seen. */
const isDots: ReadonlySet<IconName> = new Set(['more', 'grip'])

/** One of our line drawings, sized by the text round it. Decoration: whatever holds it carries the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={cx(styles['icon'], isDots.has(name) && styles['dots'])}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
