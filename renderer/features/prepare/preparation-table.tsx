import { expectedReviewers } from '../../../shared/readiness/missing'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit } from '../../storage/use-act'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { showPart } from './part'
import styles from './preparation-table.module.css'
import { PreparationRow } from './preparation-row'

/** RDY4: what each reviewer read, how long that took, and whether it was enough. */
export function PreparationTable() {
  const people = useReview(({ record }) => record.people)
  const preparations = useReview(({ record }) => record.preparations)
  const { reviewId } = useSession()
  const { mayEdit } = useMayEdit()
  const reviewers = expectedReviewers(people)
  const shown = inOrder(people).filter((person) => reviewers.includes(person) || preparations[person.id])
  return (
    <section className={styles['preparation']} aria-labelledby="preparation">
      <h2 id="preparation">Preparation of the reviewers</h2>
      {shown.length === 0 ? (
        <EmptyState title="No reviewers yet" action={<Button onPress={() => showPart(reviewId, 'people')}>Enter people</Button>}>
          What each reviewer read, how many minutes that took, and whether the preparation was sufficient is kept here.
        </EmptyState>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Reviewer</th>
              <th scope="col">Read</th>
              <th scope="col">Minutes</th>
              <th scope="col">Preparation</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <PreparationRow key={person.id} person={person} mayEdit={mayEdit} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
