import { nextAttendance, presenceWords } from '../../../shared/review/attendance'
import { inOrder } from '../../../shared/review/fields'
import type { Attendance, Person } from '../../../shared/review/people'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Panel } from '../../ui/panel'
import { Segments } from '../../ui/segments'
import styles from './roll-call.module.css'

/** Keys of the rows, in their order. */
const rowKeys = '123456789abcdefghijklmnopqrstuvwxyz'

const choices = [
  { key: 'present', label: 'Present' },
  { key: 'late', label: 'Late' },
  { key: 'left', label: 'Left' },
  { key: 'regrets', label: 'Regrets' },
] as const

/** Who is here: counted beside the meeting, called in a panel with one key for each. */
export function RollCall() {
  const people = useReview(({ record }) => record.people)
  const quorum = useReview(({ record }) => record.review['review']?.quorum ?? null)
  const list = inOrder(people)
  if (list.length === 0) return null
  const words = presenceWords(list, 'here', quorum)
  return (
    <div className={styles['line']} data-place="roll">
      <Panel
        label="Roll call"
        trigger={
          <Button size="small" look="quiet" icon="people">
            {words}
          </Button>
        }
      >
        <Roll people={list} words={words} />
      </Panel>
    </div>
  )
}

function Roll({ people, words }: { readonly people: readonly Person[]; readonly words: string }) {
  const isBegun = useReview(({ record }) => Object.keys(record.timer).length > 0)
  const { mayEdit } = useMayEdit()
  const act = useAct()
  const call = (attendance: Attendance, ...called: Person[]) => {
    if (mayEdit) act('callRoll', { attendance, personIds: called.map(({ id }) => id) })
  }
  const awaited = people.filter(({ attendance }) => attendance === 'expected')
  return (
    <div
      className={styles['roll']}
      onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
        const person = ctrlKey || metaKey || altKey ? undefined : people[rowKeys.indexOf(key.toLowerCase())]
        if (key.length === 1 && person) call(nextAttendance(person, isBegun), person) // ATT4
      }}
    >
      <p className={styles['sum']} role="status">
        {words}
      </p>
      <ul>
        {people.map((person, at) => (
          <li key={person.id} className={styles['person']}>
            <kbd>{rowKeys[at]?.toUpperCase() ?? ''}</kbd>
            <span className={styles['name']} title={person.name}>
              {person.name}
            </span>
            <Segments
              label={`Attendance of ${person.name}`}
              options={choices}
              value={person.attendance === 'expected' ? null : person.attendance}
              onChange={(attendance) => call(attendance, person)}
            />
          </li>
        ))}
      </ul>
      <div className={styles['all']}>
        <Button size="small" autoFocus isDisabled={!mayEdit || awaited.length === 0} onPress={() => call('present', ...awaited)}>
          Everybody still expected is here
        </Button>
        <span className={styles['hint']}>{isBegun ? 'Keys: comes late, then leaves' : 'Keys: here, or not yet'}</span>
      </div>
    </div>
  )
}
