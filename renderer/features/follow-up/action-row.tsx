import { useState } from 'react'
import { type ActionItem, actionStatuses, priorities } from '../../../shared/actions/action'
import { lacksOwnerOrDate, overdueWords } from '../../../shared/actions/action-verbs'
import { inOrder } from '../../../shared/review/fields'
import { useReview } from '../../storage/use-review'
import { IconButton } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { cx } from '../../ui/cx'
import { DateField } from '../../ui/date-field'
import { Icon } from '../../ui/icon'
import { lineEntry, Menu } from '../../ui/menu'
import { Select } from '../../ui/select'
import { StatusText } from '../../ui/status'
import { WrappedText } from '../../ui/wrapped-text'
import { ActionDetails } from './action-details'
import styles from './action-plan.module.css'
import { isDone } from '../../../shared/actions/urgency'
import { useAct, useMayEdit, useTry } from '../../storage/use-act'
import { useLine } from '../../storage/use-line'
import { priorityWords, sourceWords, statusWords } from '../../../shared/record/words'

const statusOptions = actionStatuses.map((key) => ({ key, label: statusWords[key] }))

/** ACT17: no further than needed, and never so far that the row itself goes. */
function intoSight(details: HTMLTableRowElement | null): void {
  details?.scrollIntoView({ block: 'nearest' })
  details?.previousElementSibling?.scrollIntoView({ block: 'nearest' })
}

interface ActionRowProps {
  readonly action: ActionItem
  readonly today: string
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
}

/** One action, every cell edited in place. ACT3: a missing owner or date is marked with a word and a shape. */
export function ActionRow({ action, today, isTicked, onTick }: ActionRowProps) {
  const record = useReview((snapshot) => snapshot.record)
  const { mayEdit, mayEditActions } = useMayEdit()
  const act = useAct()
  const { error, attempt } = useTry()
  const { id: actionId, number, what, ownerId, due, status, verifierId, priority } = action
  const edit = (patch: Partial<Omit<ActionItem, 'id'>>): string | null => act('editAction', { actionId, ...patch })
  const people = (nobody: string) => [
    { key: '', label: nobody },
    ...inOrder(record.people).map(({ id, name }) => ({ key: id, label: name })),
  ]
  const isLacking = lacksOwnerOrDate(action)
  const goToLine = useLine('action', actionId)
  const late = overdueWords(action, today)
  const [isOpen, setIsOpen] = useState(false)
  const said = detailWords(action)

  return (
    <>
      <tr data-jump={`action-${actionId}`} className={cx(styles['row'], isDone(action) && styles['done'])}>
        <td className={styles['tick']}>
          <Checkbox label={`Choose action ${number}`} isDisabled={!mayEditActions} isChecked={isTicked} onChange={onTick} />
        </td>
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
          {said !== '' && !isOpen && <span className={styles['said']}>{said}</span>}
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
            today={today}
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
          {late !== '' && (
            <span className={styles['note']}>
              <StatusText tone="danger" icon="clock">
                {late}
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
          <IconButton
            icon={isOpen ? 'chevron-up' : 'chevron-down'}
            label={`Details of action ${number}`}
            size="small"
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          />
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
      {isOpen && (
        <tr ref={intoSight} className={cx(styles['row'], styles['opened'])}>
          <td colSpan={2} />
          <td colSpan={7} className={styles['what']}>
            <ActionDetails action={action} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What the details hold, while they are closed. */
function detailWords({ acceptanceTest, supporters, evidence, evidenceMaterialId, notes }: ActionItem): string {
  const helpers = supporters.length
  return [
    ...(acceptanceTest === '' ? [] : ['acceptance test']),
    ...(helpers === 0 ? [] : [`${helpers} ${helpers === 1 ? 'supporter' : 'supporters'}`]),
    ...(evidence === '' && evidenceMaterialId === null ? [] : ['evidence']),
    ...(notes === '' ? [] : ['notes']),
  ].join(' · ')
}
