import { type ActionItem, actionStatuses, priorities } from '../../../shared/actions/action'
import { isOverdue, lacksOwnerOrDate } from '../../../shared/actions/action-verbs'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { DateField } from '../../ui/date-field'
import { EditableText } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import { lineEntry, Menu } from '../../ui/menu'
import { Select } from '../../ui/select'
import { StatusText } from '../../ui/status'
import { WrappedText } from '../../ui/wrapped-text'
import styles from './action-plan.module.css'
import { daysLate, isDone } from './plan'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useLine } from '../../storage/use-line'
import { priorityWords, sourceWords, statusWords } from '../../../shared/record/words'

const statusOptions = actionStatuses.map((key) => ({ key, label: statusWords[key] }))

/** One action, every cell edited in place. ACT3: a missing owner or date is marked with a word and a shape. */
export function ActionRow({ action, today }: { readonly action: ActionItem; readonly today: string }) {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEdit, mayEditActions } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const { id: actionId, number, what, ownerId, due, status, verifierId, evidence, priority } = action
  const edit = (patch: Partial<Omit<ActionItem, 'id'>>): string | null => act('editAction', { actionId, ...patch })
  const people = (nobody: string) => [
    { key: '', label: nobody },
    ...inOrder(record.people).map(({ id, name }) => ({ key: id, label: name })),
  ]
  const isLacking = lacksOwnerOrDate(action)
  const goToLine = useLine('action', actionId)
  const isLate = isOverdue(action, today)

  return (
    <tr data-jump={`action-${actionId}`} className={cx(styles['row'], isDone(action) && styles['done'])}>
      <td className={styles['number']} data-figures="">
        {number}
      </td>
      <td className={styles['what']}>
        <WrappedText
          label={`What action ${number} is`}
          value={what}
          isReadOnly={!mayEditActions}
          onCommit={(text) => edit({ what: text })}
        />
        {(status === 'completed' || evidence !== '') && (
          <EditableText
            label={`Evidence of action ${number}`}
            placeholder="Evidence: where the result can be seen"
            value={evidence}
            isReadOnly={!mayEditActions}
            maxLength={500}
            onCommit={(text) => edit({ evidence: text })}
          />
        )}
        {error !== '' && (
          <span className={styles['note']} role="alert">
            <StatusText tone="danger" icon="warning">
              {error}
            </StatusText>
          </span>
        )}
      </td>
      <td data-jump={`owner-${actionId}`} className={cx(styles['owner'], isLacking && ownerId === null && styles['lacking'])}>
        {isLacking && ownerId === null && <Icon name="warning" />}
        <Select
          label={`Owner of action ${number}`}
          isLabelHidden
          isBare
          options={people('No owner')}
          value={ownerId ?? ''}
          isDisabled={!mayEditActions}
          onChange={(key) => attempt('editAction', { actionId, ownerId: key === '' ? null : key })}
        />
      </td>
      <td data-jump={`due-${actionId}`} className={styles['due']}>
        <DateField
          label={`Due date of action ${number}`}
          isLabelHidden
          isBare
          value={due}
          isDisabled={!mayEditActions}
          onCommit={(day) => edit({ due: day })}
        />
        {isLacking && due === null && (
          <span className={styles['note']}>
            <StatusText tone="warn" icon="warning">
              No date
            </StatusText>
          </span>
        )}
        {isLate && due !== null && (
          <span className={styles['note']}>
            <StatusText tone="danger" icon="clock">
              Overdue, {daysLate(due, today)} {daysLate(due, today) === 1 ? 'day' : 'days'}
            </StatusText>
          </span>
        )}
      </td>
      <td className={styles['status']}>
        <Select
          label={`Status of action ${number}`}
          isLabelHidden
          isBare
          options={statusOptions}
          value={status}
          isDisabled={!mayEditActions}
          onChange={(key) => attempt('editAction', { actionId, status: key })}
        />
      </td>
      <td className={styles['verifier']}>
        <Select
          label={`Verifier of action ${number}`}
          isLabelHidden
          isBare
          options={people('None').filter(({ key }) => key === '' || key !== ownerId)}
          value={verifierId ?? ''}
          isDisabled={!mayEditActions}
          onChange={(key) => attempt('editAction', { actionId, verifierId: key === '' ? null : key })}
        />
      </td>
      <td className={styles['source']}>
        {sourceWords(action, record)}
        {priority !== 'medium' && <span className={styles['priority']}>{priorityWords[priority]} priority</span>}
      </td>
      <td className={styles['more']}>
        {(mayEditActions || goToLine) && (
          <Menu
            label={`Action ${number}`}
            trigger={<IconButton icon="more" label={`More about action ${number}`} size="small" />}
            entries={[
              ...(goToLine ? [{ ...lineEntry, onChoose: goToLine }] : []),
              ...(goToLine && mayEditActions ? [null] : []),
              ...(mayEditActions ? priorities : []).map((key) => ({
                key,
                label: `${priorityWords[key]} priority`,
                isChosen: key === priority,
                onChoose: () => attempt('editAction', { actionId, priority: key }),
              })),
              ...(mayEdit
                ? [
                    null,
                    {
                      key: 'remove',
                      label: 'Remove',
                      icon: 'remove' as const,
                      isDanger: true,
                      onChoose: () => attempt('removeAction', { actionId }),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </td>
    </tr>
  )
}
