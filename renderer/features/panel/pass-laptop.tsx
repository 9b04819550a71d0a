import { useEffect, useState } from 'react'
import { takeLaptopBack, useIsPassing } from '../../storage/passing'
import { useReview, useSession } from '../../storage/use-review'
import type { KeyName } from '../../ui/key-table'
import { useOnlyKeys } from '../../ui/use-keys'
import { BallotForm } from './ballot-form'
import styles from './ballot.module.css'
import { PickName } from './pick-name'
import { Sealed } from './sealed'

const noKeys: ReadonlySet<KeyName> = new Set()

/** PAN13: while the laptop goes round, a bare form fills the window. */
export function PassLaptop() {
  const { reviewId } = useSession()
  return useIsPassing(reviewId) ? <Bare /> : null
}

type Step = { readonly at: 'name' } | { readonly at: 'form'; readonly personId: string } | { readonly at: 'sealed' }

function Bare() {
  const [step, setStep] = useState<Step>({ at: 'name' })
  const title = useReview(({ record }) => record.review['review']?.title ?? '')
  useOnlyKeys(noKeys)
  useKeyboard()
  const again = () => setStep({ at: 'name' })
  return (
    <main className={styles['bare']} data-passing="">
      <p className={styles['review']} dir="auto">
        {title}
      </p>
      {step.at === 'name' && <PickName onPick={(personId) => setStep({ at: 'form', personId })} onBack={takeLaptopBack} />}
      {step.at === 'form' && (
        <BallotForm key={step.personId} personId={step.personId} onSealed={() => setStep({ at: 'sealed' })} onLeave={again} />
      )}
      {step.at === 'sealed' && <Sealed onNext={again} onBack={takeLaptopBack} />}
    </main>
  )
}

/** The keyboard goes back to where it was, once that can be reached again. */
function useKeyboard(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => void requestAnimationFrame(() => before instanceof HTMLElement && before.isConnected && before.focus())
  }, [])
}
