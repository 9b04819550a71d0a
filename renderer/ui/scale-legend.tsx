import type { ReactNode } from 'react'
import styles from './scale.module.css'

/** PAN24: what the shapes of a scale mean, in its own shapes. */
const shapes: readonly (readonly [string, ReactNode])[] = [
  ['score', <circle key="score" cx="6" cy="8" r="4.5" className={styles['dot']} />],
  ['spread', <line key="spread" x1="2" x2="10" y1="8" y2="8" className={styles['spread']} />],
  ['median', <line key="median" x1="6" x2="6" y1="3" y2="13" className={styles['middle']} />],
  ['to pass', <line key="pass" x1="6" x2="6" y1="1" y2="15" className={styles['pass']} />],
  ['consensus', <path key="agreed" d="M6 3l5 9h-10z" className={styles['agreed']} />],
]

export function ScaleLegend({ hasConsensus }: { readonly hasConsensus: boolean }) {
  return (
    <ul className={styles['legend']} aria-label="What the pictures show">
      {shapes.slice(0, hasConsensus ? undefined : -1).map(([words, shape]) => (
        <li key={words}>
          <svg className={styles['shape']} viewBox="0 0 12 16" aria-hidden="true">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
