import styles from './icon.module.css'
import { iconPaths, type IconName } from './icon-paths'

/** One of our line drawings, sized by the text round it. Decoration: whatever holds it carries the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles['icon']} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
