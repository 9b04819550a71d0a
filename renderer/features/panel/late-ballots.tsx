import { lateBallots } from '../../../shared/rubric/panel'
import { nameOf } from '../../../shared/record/words'
import { useMayEdit, useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Refused } from '../../ui/field'
import { jumpTo } from '../../ui/jump'
import styles from './panel.module.css'

/** PAN20, PAN21: ballots that another window sealed before it heard of the reveal; nothing of what they say. */
export function LateBallots() {
  const record = useReview((snapshot) => snapshot.record)
  const ballots = useReview(({ desk }) => desk.ballots)
  const { mayEdit } = useMayEdit()
  const { error, attempt } = useTry()
  const left = Object.values(ballots)
  if (left.length === 0) return null
  // The buttons go with what they settle; the keyboard goes on to the criteria.
  const settle: typeof attempt = (name, input) => {
    const refused = attempt(name, input)
    if (refused === null) requestAnimationFrame(() => jumpTo('panel-lines'))
    return refused
  }
  const late = new Set(lateBallots(record, ballots).map(({ id }) => id))
  return (
    <section className={styles['late']} aria-label="Ballots that came late">
      {left.map(({ id }) => (
        <p key={id}>
          <span>
            The ballot of <bdi>{nameOf(id, record.people)}</bdi>{' '}
            {late.has(id)
              ? 'was sealed in another window before it heard of the reveal.'
              : 'does not count: it was given by another rubric, or twice.'}
          </span>
          {mayEdit && late.has(id) && (
            <Button size="small" icon="eye" onPress={() => settle('revealScores', {})}>
              {late.size === 1 ? 'Reveal it too' : 'Reveal them too'}
            </Button>
          )}
          {mayEdit && (
            <Button size="small" look="quiet" onPress={() => settle('takeBallotBack', { panelistId: id })}>
              Take it back
            </Button>
          )}
        </p>
      ))}
      {error !== '' && <Refused>{error}</Refused>}
    </section>
  )
}
