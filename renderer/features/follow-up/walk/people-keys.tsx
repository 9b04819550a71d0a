import { inOrder } from '../../../../shared/review/fields'
import { useReview } from '../../../storage/use-review'
import styles from './walk.module.css'

/** Which digit means whom. */
export function PeopleKeys() {
  const people = inOrder(useReview(({ record }) => record.people))
  if (people.length === 0) return null
  return (
    <ol className={styles['people']} aria-label="Digits of people">
      {people.slice(0, 9).map(({ id, name }, at) => (
        <li key={id}>
          <kbd>{at + 1}</kbd> <bdi>{name}</bdi>
        </li>
      ))}
    </ol>
  )
}
