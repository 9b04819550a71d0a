import { useEffect, useRef } from 'react'
import { isByRubric, panelistsOf } from '../../../shared/rubric/panel'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { StatusText } from '../../ui/status'
import styles from './ballot.module.css'
import { useEscape } from './use-escape'

interface PickNameProps {
  readonly onPick: (personId: string) => void
  readonly onBack: () => void
}

/** Who has the laptop now. It says nothing of anybody's ballot but that it is in. */
export function PickName({ onPick, onBack }: PickNameProps) {
  const people = useReview(({ record }) => record.people)
  const ballots = useReview(({ desk }) => desk.ballots)
  const criteria = useReview(({ record }) => record.criteria)
  const isIn = (id: string): boolean => {
    const ballot = ballots[id]
    return ballot !== undefined && isByRubric(ballot, criteria) // PAN20
  }
  const panelists = panelistsOf(people)
  const list = useRef<HTMLUListElement>(null)
  // PAN22: whoever is missing comes first to hand; the ballot of somebody else is not opened by one Enter too many.
  useEffect(() => {
    const names = list.current
    ;(names?.querySelector<HTMLElement>('[data-missing="true"] button') ?? names?.querySelector('button'))?.focus()
  }, [])
  useEscape(onBack)
  return (
    <section className={styles['narrow']} aria-labelledby="pick">
      <h1 id="pick">Who scores now?</h1>
      <p className={styles['words']}>Pick your name. Nobody sees what you give before all scores are revealed together.</p>
      {panelists.some(({ id }) => isIn(id)) && (
        <p className={styles['words']}>A ballot that was given can be given again; the new one takes its place.</p>
      )}
      <ul className={styles['names']} ref={list}>
        {panelists.map(({ id, name }) => (
          <li key={id} data-missing={!isIn(id)}>
            <Button size="large" isWide onPress={() => onPick(id)}>
              <span className={styles['name']}>
                <bdi>{name}</bdi>
                {isIn(id) && (
                  <StatusText tone="ok" icon="check">
                    Given
                  </StatusText>
                )}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={onBack}>
        Back to the cockpit <kbd>Esc</kbd>
      </Button>
    </section>
  )
}
