import { outlineOf } from '../../../shared/agenda/outline'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { AddPreparedQuestion } from './add-prepared-question'
import styles from './prepared-questions.module.css'
import { PreparedQuestionRow } from './prepared-question-row'

/** What is known to be asked, by agenda item, each with the answer the presenters mean to give. */
export function PreparedQuestions() {
  const questions = useReview(({ record }) => record.preparedQuestions)
  const agenda = useReview(({ record }) => record.agenda)
  const { mayEdit } = useMayEdit()
  const rows = outlineOf(agenda)
  const all = inOrder(questions)
  const groups = [
    ...rows.map(({ item, number }) => ({
      id: item.id,
      title: `${number} ${item.title}`,
      own: all.filter(({ itemId }) => itemId === item.id),
    })),
    { id: '', title: 'To no item', own: all.filter(({ itemId }) => itemId === null || !agenda[itemId]) },
  ].filter(({ own }) => own.length > 0)
  return (
    <section className={styles['questions']} aria-labelledby="prepared">
      <h2 id="prepared">Prepared questions</h2>
      {groups.length === 0 && (
        <p className={styles['empty']}>
          What reviewers file beforehand and what presenters expect to be asked, with a draft answer. During the meeting they are
          at hand with their item; nobody sees them on the wall before they are asked.
        </p>
      )}
      {groups.map(({ id, title, own }) => (
        <div key={id} className={styles['group']}>
          <h3 dir="auto">{title}</h3>
          <ul>
            {own.map((question) => (
              <PreparedQuestionRow key={question.id} question={question} mayEdit={mayEdit} />
            ))}
          </ul>
        </div>
      ))}
      {mayEdit && <AddPreparedQuestion />}
    </section>
  )
}
