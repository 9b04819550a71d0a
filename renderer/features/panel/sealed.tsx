import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button'
import styles from './ballot.module.css'
import { useEscape } from './use-escape'

interface SealedProps {
  readonly onNext: () => void
  readonly onBack: () => void
}

/** The same for everybody, whatever was given. */
export function Sealed({ onNext, onBack }: SealedProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  useEscape(onBack)
  return (
    <section className={styles['narrow']} aria-labelledby="sealed">
      <h1 id="sealed">Your ballot is sealed</h1>
      <p className={styles['words']}>Pass the laptop on, or hand it back to the facilitator.</p>
      <div className={styles['acts']} ref={box}>
        <Button size="large" look="primary" onPress={onNext}>
          Next person
        </Button>
        <Button size="large" onPress={onBack}>
          Back to the cockpit <kbd>Esc</kbd>
        </Button>
      </div>
    </section>
  )
}
