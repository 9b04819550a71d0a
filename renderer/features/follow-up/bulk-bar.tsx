import { actionStatuses, priorities } from '../../../shared/actions/action'
import { priorityWords, statusWords } from '../../../shared/record/words'
import { inOrder } from '../../../shared/review/fields'
import { useTry } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { useToday } from '../../storage/use-today'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Refused } from '../../ui/field'
import { Select } from '../../ui/select'
import { numberRanges } from './plan'
import styles from './bulk-bar.module.css'

interface BulkBarProps {
  readonly actionIds: readonly string[]
  readonly onClear: () => void
  /** Escape. */
  readonly onLeave: () => void
}

/** ACT8: one change for all that are chosen, and one step to take it back. ACT16: at the window's foot, below the rows it changes. */
export function BulkBar({ actionIds, onClear, onLeave }: BulkBarProps) {
  const people = useReview((snapshot) => snapshot.record.people)
  const actions = useReview((snapshot) => snapshot.record.actions)
  const { error, attempt } = useTry()
  const today = useToday()
  const change = (patch: Omit<Parameters<typeof attempt<'editActions'>>[1], 'actionIds'>) =>
    attempt('editActions', { actionIds: [...actionIds], ...patch })
  const count = `${actionIds.length} ${actionIds.length === 1 ? 'action' : 'actions'}`
  return (
    <div
      className={styles['bar']}
      role="group"
      aria-label="Change the chosen actions"
      data-bulk=""
      onKeyDown={({ key, target, currentTarget }) => {
        // Not out of a list that floats above the bar.
        if (key === 'Escape' && target instanceof Element && currentTarget.contains(target)) onLeave()
      }}
    >
      <span className={styles['count']} role="status" data-figures="">
        Change {count}
        <span className={styles['numbers']}>No. {numberRanges(actionIds.flatMap((id) => actions[id]?.number ?? []))}</span>
      </span>
      <div className={styles['owner']}>
        <Select
          label={`Owner of ${count}`}
          isLabelHidden
          placeholder="Set owner"
          options={[{ key: '', label: 'No owner' }, ...inOrder(people).map(({ id, name }) => ({ key: id, label: name }))]}
          value={null}
          onChange={(key) => change({ ownerId: key === '' ? null : key })}
        />
      </div>
      <div className={styles['due']}>
        <span aria-hidden="true">Set due</span>
        <DateField
          label={`Due date of ${count}`}
          isLabelHidden
          value={null}
          today={today}
          onCommit={(due) => (due === null ? null : change({ due }))}
        />
      </div>
      <div className={styles['status']}>
        <Select
          label={`Status of ${count}`}
          isLabelHidden
          placeholder="Set status"
          options={actionStatuses.map((key) => ({ key, label: statusWords[key] }))}
          value={null}
          onChange={(status) => change({ status })}
        />
      </div>
      <div className={styles['priority']}>
        <Select
          label={`Priority of ${count}`}
          isLabelHidden
          placeholder="Set priority"
          options={priorities.map((key) => ({ key, label: priorityWords[key] }))}
          value={null}
          onChange={(priority) => change({ priority })}
        />
      </div>
      <Button size="small" look="quiet" onPress={onClear}>
        Choose none
      </Button>
      {error !== '' && <Refused>{error}</Refused>}
    </div>
  )
}
