import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { Button } from './button'
import styles from './progress.module.css'

export interface ProgressProps {
  /** What is going on. */
  readonly label: string
  readonly done: number
  /** 0: not known. */
  readonly total: number
  readonly onCancel?: () => void
}

/** A long act, shown where it was started. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0
  return (
    <div className={styles['progress']}>
      <AriaProgressBar className={styles['bar'] ?? ''} value={share} isIndeterminate={total === 0}>
        {({ valueText }) => (
          <>
            <div className={styles['words']}>
              <Label>{label}</Label>
              <span data-figures="">{valueText}</span>
            </div>
            <svg className={styles['track']} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles['fill']} width={total === 0 ? 30 : share} height="4" />
            </svg>
          </>
        )}
      </AriaProgressBar>
      {onCancel && (
        <Button size="small" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
