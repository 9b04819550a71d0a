import { useState } from 'react'
import { ballotsIn, isByRubric } from '../../../shared/rubric/panel'
import { inOrder } from '../../../shared/review/fields'
import { nameOf } from '../../../shared/record/words'
import { passLaptop } from '../../storage/passing'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview, useSession } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { Confirm } from '../../ui/confirm'
import { Refused } from '../../ui/field'
import { Menu } from '../../ui/menu'
import { StatusText } from '../../ui/status'
import { useKeys } from '../../ui/use-keys'
import styles from './panel.module.css'

/**
 * PAN14: how many ballots are in, and whose are missing; nothing of what they say. The one accent of the cockpit is the next item.
 */
export function BallotsIn() {
  const { reviewId } = useSession()
  const people = useReview(({ record }) => record.people)
  const ballots = useReview(({ desk }) => desk.ballots)
  const rubric = useReview(({ record }) => record.criteria)
  const criteria = Object.keys(rubric).length
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const [isRevealing, setRevealing] = useState(false)
  const { given, all, missing } = ballotsIn(people, ballots, rubric)
  useKeys(mayEdit ? { passLaptop: () => passLaptop(reviewId) } : {})
  const panelists = [
    ...inOrder(people)
      .map(({ id }) => id)
      .filter((id) => ballots[id] || missing.some((person) => person.id === id)),
    ...Object.keys(ballots).filter((id) => !people[id]),
  ]
  return (
    <section className={styles['before']} aria-label="Ballots">
      <p className={styles['count']} data-figures="">
        {given} of {all} ballots in
      </p>
      <p className={styles['quiet']}>
        {criteria} {criteria === 1 ? 'criterion' : 'criteria'}. Scores are sealed until they are revealed together.
      </p>
      <ul className={styles['panelists']} aria-label="Who scores">
        {panelists.map((id) => (
          <li key={id}>
            <bdi>{nameOf(id, people)}</bdi>
            {ballots[id] && !isByRubric(ballots[id], rubric) ? (
              <StatusText tone="warn" icon="warning">
                By another rubric; give it again
              </StatusText>
            ) : ballots[id] ? (
              <StatusText tone="ok" icon="check">
                In
              </StatusText>
            ) : (
              <StatusText>Not yet</StatusText>
            )}
            {ballots[id] && mayEdit ? (
              <Menu
                label={`Ballot of ${nameOf(id, people)}`}
                trigger={<IconButton icon="more" label={`Ballot of ${nameOf(id, people)}`} size="small" />}
                entries={[
                  {
                    key: 'back',
                    label: 'Take this ballot back',
                    icon: 'undo',
                    onChoose: () => void attempt('takeBallotBack', { panelistId: id }),
                  },
                ]}
              />
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <>
          <div className={styles['acts']}>
            <Button size="large" icon="lock" onPress={() => passLaptop(reviewId)}>
              Pass the laptop <kbd>Z L</kbd>
            </Button>
          </div>
          <div className={styles['apart']}>
            <p className={styles['quiet']}>
              {given > 0 && missing.length > 0 && (
                <>
                  {missing.length} {missing.length === 1 ? 'has' : 'have'} not scored yet.{' '}
                </>
              )}
              Shows all scores at once, with names. It cannot be undone.
            </p>
            <Button size="large" icon="eye" isDisabled={given === 0} onPress={() => setRevealing(true)}>
              Reveal…
            </Button>
          </div>
        </>
      )}
      {error && <Refused>{error}</Refused>}
      <Confirm
        title={missing.length > 0 ? `Reveal without ${missing.length} of ${all}?` : `Reveal all ${given} ballots?`}
        verb="Reveal"
        isOpen={isRevealing}
        onClose={() => setRevealing(false)}
        onConfirm={() => void attempt('revealScores', {})}
      >
        <p>
          Every score, comment and recusal becomes part of the record, with names. This cannot be taken back, and no ballot is
          taken after it.
        </p>
        {missing.length > 0 && <p>Not in yet: {missing.map(({ name }) => name).join(', ')}.</p>}
      </Confirm>
    </section>
  )
}
