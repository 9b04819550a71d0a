import { type FeedbackItem, type Label, hasForce, labelsOf } from '../../../shared/feedback/item'
import { inOrder } from '../../../shared/review/fields'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { EditableText } from '../../ui/draft-field'
import { Icon } from '../../ui/icon'
import { Menu, type MenuEntry } from '../../ui/menu'
import { useToast } from '../../ui/toast'
import styles from './feedback.module.css'

export interface FeedbackRowProps {
  readonly item: FeedbackItem
  readonly isPrivate: boolean
  readonly mayEdit: boolean
}

/** One item: who, which label, the words; everything else behind one button. */
export function FeedbackRow({ item, isPrivate, mayEdit }: FeedbackRowProps) {
  const act = useAct()
  const toast = useToast()
  const author = useReview(({ record }) => (item.authorId ? (record.people[item.authorId]?.name ?? 'removed person') : ''))
  const number = useReview(({ record }) => inOrder(record.agenda).findIndex(({ id }) => id === item.itemId) + 1)
  const action = useReview(({ record }) => Object.values(record.actions).find(({ source }) => source.id === item.id)?.number)
  const feedbackId = item.id
  const tell = (refused: string | null) => void (refused !== null && toast({ message: refused, tone: 'danger' }))
  const edit = (patch: Partial<FeedbackItem>) => tell(act('editFeedback', { feedbackId, ...patch }))

  const entries: (MenuEntry | null)[] = [
    ...labelsOf(item.side).map((label: Label) => ({
      key: label,
      label,
      isChosen: label === item.label,
      onChoose: () => edit({ label }),
    })),
    null,
    ...(hasForce(item.label)
      ? [
          {
            key: 'blocking',
            label: 'Blocking',
            isChosen: item.force === 'blocking',
            onChoose: () => edit({ force: item.force === 'blocking' ? null : 'blocking' }),
          },
          {
            key: 'action',
            label: 'Make an action of it',
            icon: 'flag' as const,
            isDisabled: isPrivate,
            onChoose: () => tell(act('addAction', { what: item.text, source: { kind: 'feedback', id: item.id } })),
          },
        ]
      : [
          {
            key: 'action',
            label: 'Make an action of it',
            icon: 'flag' as const,
            isDisabled: isPrivate,
            onChoose: () => tell(act('addAction', { what: item.text, source: { kind: 'feedback', id: item.id } })),
          },
        ]),
    ...(isPrivate
      ? []
      : [
          {
            key: 'close',
            label: item.status === 'open' ? 'Close it' : 'Open it again',
            icon: 'check' as const,
            onChoose: () => tell(act('closeFeedback', { feedbackId, closed: item.status === 'open' })),
          },
        ]),
    null,
    {
      key: 'remove',
      label: 'Remove',
      icon: 'remove',
      isDanger: true,
      onChoose: () => tell(act('removeFeedback', { feedbackId })),
    },
  ]

  return (
    <li className={cx(styles['item'], styles[item.side], item.status === 'closed' && styles['closed'])}>
      <div className={styles['head']}>
        <span className={styles['label']}>{item.label}</span>
        {item.force === 'blocking' && (
          <span className={styles['blocking']}>
            <Icon name="warning" /> blocking
          </span>
        )}
        <span className={styles['who']} dir="auto">
          {author}
        </span>
        <span className={styles['where']} data-figures="">
          {number > 0 && `item ${number}`}
          {action !== undefined && ` → action ${action}`}
          {item.status === 'closed' && ' closed'}
        </span>
        {mayEdit && (
          <Menu
            label="Change this item"
            trigger={<IconButton icon="more" label="Change this item" size="small" />}
            entries={entries}
          />
        )}
      </div>
      <EditableText
        label="Words"
        lines={2}
        value={item.text}
        isReadOnly={!mayEdit}
        onCommit={(text) => act('editFeedback', { feedbackId, text })}
      />
      {isPrivate && (
        <div className={styles['private']}>
          <Icon name="eye-off" /> Private
          {mayEdit && (
            <Button size="small" icon="eye" onPress={() => tell(act('revealFeedback', { feedbackIds: [feedbackId] }))}>
              Reveal, cannot be undone
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
